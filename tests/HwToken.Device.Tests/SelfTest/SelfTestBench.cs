using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Input;
using HwToken.Device.Ports;
using HwToken.Device.Power;
using HwToken.Device.Ui;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.SelfTest;

/// <summary>The owner who opens the self-test, and what it says of a bench's token.</summary>
internal static class SelfTestBench
{
    /// <summary>By then every line is there, however many accounts.</summary>
    public const int DoneMs = 3000;

    /// <summary>Holds until the self-test opens, and lets go. What it sends over the link, no host listens to.</summary>
    public static void OpenSelfTest(this TokenBench bench)
    {
        bench.Press(ButtonGestures.VeryLongPressMs + ButtonGestures.DebounceMs);
        bench.Link.TakeSent();
    }

    /// <summary>Power off and on, with another part on the board.</summary>
    public static TokenBench With(this TokenBench bench, Action<Board> exchange)
    {
        exchange(bench.Board);
        bench.Restart();
        return bench;
    }

    /// <summary>What it says of a token on USB in which everything is in order, with no wire at its link.</summary>
    public static SelfTestReport GoodReport(this TokenBench bench, int accounts)
    {
        var report = new SelfTestReport();
        report.Reset();
        report.Clock = report.Oscillator = report.Temperature = report.Aging = CheckResult.Good;
        report.QuarterDegrees = 100;
        report.Power = CheckResult.Unknown;
        report.ExternalPower = true;
        report.BatteryMillivolts = bench.Power.BatteryMillivolts;
        report.Battery = BatteryState.Good;
        report.State = report.Accounts = CheckResult.Good;
        report.Health = VaultHealth.Good;
        report.AccountCount = accounts;
        report.Loop = CheckResult.Unknown;
        report.Radio = report.Heap = report.Fault = CheckResult.Good;
        report.RadioState = RadioState.Off;
        report.FreeHeapBytes = bench.Heap.FreeBytes;
        report.Serial = bench.Ask(Command.Hello).As<HelloReply>().Serial;
        return report;
    }

    /// <summary>Opens the self-test, waits for its end, and compares all pages.</summary>
    /// <param name="differs">What is not in order.</param>
    public static void AssertSelfTest(this TokenBench bench, int accounts, Action<SelfTestReport>? differs = null)
    {
        bench.OpenSelfTest();
        bench.Run(DoneMs);
        SelfTestReport report = bench.GoodReport(accounts);
        differs?.Invoke(report);
        Assert.Equal(ScreenPicture.Of(s => s.ShowSelfTest(report, 0)), bench.Panel.ToText());

        for (int page = 1; page <= 2; page++)
        {
            bench.Press();
            report.Presses = page;
            Assert.Equal(ScreenPicture.Of(s => s.ShowSelfTest(report, page)), bench.Panel.ToText());
        }
    }
}
