using HwToken.Core.Protocol;
using HwToken.Device.Power;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.Tests.Ui;

/// <summary>What self-tests can find.</summary>
internal static class SelfTestReports
{
    public static SelfTestReport Running()
    {
        var report = new SelfTestReport { Serial = [0x3F, 0x81, 0x0C, 0xA5, 0x7E] };
        report.Reset();
        return report;
    }

    public static SelfTestReport Good()
    {
        SelfTestReport report = Running();
        report.Clock = report.Oscillator = report.Temperature = report.Aging = CheckResult.Good;
        report.QuarterDegrees = 101;
        report.AgingOffset = -12;
        report.HasSram = true;
        report.Power = CheckResult.Good;
        report.BatteryMillivolts = 4712;
        report.Battery = BatteryState.Good;
        report.State = report.Accounts = report.Loop = CheckResult.Good;
        report.Health = VaultHealth.Good;
        report.AccountCount = 100;
        report.Radio = report.Heap = report.Fault = CheckResult.Good;
        report.RadioState = RadioState.Off;
        report.FreeHeapBytes = 45_000;
        report.Presses = 3;
        return report;
    }

    public static SelfTestReport Bad()
    {
        SelfTestReport report = Good();
        report.Clock = report.Oscillator = report.Temperature = report.Power = CheckResult.Bad;
        report.ClockFailure = ClockFailure.CountsWrong;
        report.QuarterDegrees = -511;
        report.HasSram = false;
        report.AgingOffset = 127;
        report.BatteryMillivolts = 3210;
        report.Battery = BatteryState.Empty;
        report.State = report.Accounts = CheckResult.Bad;
        report.Loop = CheckResult.Unknown;
        report.Radio = report.Heap = report.Fault = CheckResult.Bad;
        report.RadioState = RadioState.OffAfterRestart;
        report.FreeHeapBytes = 5_000;
        report.LastFault = "NullReferenceException in Screens::ShowCod";
        report.Presses = 0;
        return report;
    }

    /// <summary>On USB with the bus cut off.</summary>
    public static SelfTestReport SilentClock()
    {
        SelfTestReport report = Good();
        report.Clock = report.Temperature = report.Aging = CheckResult.Bad;
        report.ClockFailure = ClockFailure.NoAnswer;
        report.Oscillator = CheckResult.Unknown;
        report.HasSram = false;
        report.Power = CheckResult.Unknown;
        report.ExternalPower = true;
        report.Battery = BatteryState.Unknown;
        return report;
    }

    /// <summary>On USB, in the cold.</summary>
    public static SelfTestReport Locked()
    {
        SelfTestReport report = Good();
        report.QuarterDegrees = -1;
        report.Power = CheckResult.Unknown;
        report.ExternalPower = true;
        report.Accounts = CheckResult.Unknown;
        report.IsLocked = true;
        report.AccountCount = 0;
        report.Loop = CheckResult.Unknown;
        return report;
    }

    public static SelfTestReport KeyLost()
    {
        SelfTestReport report = Good();
        report.State = CheckResult.Bad;
        report.Health = VaultHealth.KeyLost;
        report.Accounts = CheckResult.Unknown;
        report.AccountCount = 0;
        report.Serial = new byte[5];
        return report;
    }
}
