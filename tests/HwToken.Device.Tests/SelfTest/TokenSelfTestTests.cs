using System.Security.Cryptography;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Input;
using HwToken.Device.PinEntry;
using HwToken.Device.Ports;
using HwToken.Device.Power;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.SelfTest;

public class TokenSelfTestTests
{
    private readonly TokenBench _bench = TokenBench.WithAccounts("a", "b");

    [Theory]
    [InlineData(4712, BatteryState.Good, CheckResult.Good)]
    [InlineData(BatteryLevel.LowMillivolts - 1, BatteryState.Low, CheckResult.Bad)]
    [InlineData(BatteryLevel.EmptyMillivolts - 1, BatteryState.Empty, CheckResult.Bad)]
    [InlineData(0, BatteryState.Unknown, CheckResult.Bad)]
    public void Power_OnBattery_IsJudged(int millivolts, BatteryState state, CheckResult result)
    {
        _bench.Power.ExternalPower = false;
        _bench.Power.BatteryMillivolts = millivolts;

        _bench.AssertSelfTest(2, report =>
        {
            report.ExternalPower = false;
            report.Battery = state;
            report.Power = result;
        });
    }

    [Theory]
    [InlineData(0, BatteryState.Unknown)]
    [InlineData(BatteryLevel.EmptyMillivolts - 1, BatteryState.Empty)]
    public void Power_OnUsb_IsShownAndNotJudged(int millivolts, BatteryState state)
    {
        _bench.Power.BatteryMillivolts = millivolts;

        _bench.AssertSelfTest(2, report => report.Battery = state);
    }

    [Theory]
    [InlineData(RadioState.Off, CheckResult.Good)]
    [InlineData(RadioState.OffAfterRestart, CheckResult.Bad)]
    [InlineData(RadioState.On, CheckResult.Bad)]
    [InlineData(RadioState.Unknown, CheckResult.Unknown)]
    public void Radio_AsTheBoardFoundIt_IsGoodOnlyIfItWasOff(RadioState state, CheckResult result) =>
        _bench.With(board => board.Radio = state).AssertSelfTest(2, report =>
        {
            report.RadioState = state;
            report.Radio = result;
        });

    [Theory]
    [InlineData(8 * 1024, CheckResult.Good)]
    [InlineData((8 * 1024) - 1, CheckResult.Bad)]
    public void Heap_Free_IsBadWhereTheNextReplyMayNotFit(int bytes, CheckResult result)
    {
        _bench.Heap.FreeBytes = bytes;
        _bench.AssertSelfTest(2, report =>
        {
            report.FreeHeapBytes = bytes;
            report.Heap = result;
        });
    }

    [Fact]
    public void Heap_OfNoFixedSize_IsUnknown() =>
        _bench.With(board => board.Heap = null).AssertSelfTest(2, report =>
        {
            report.FreeHeapBytes = 0;
            report.Heap = CheckResult.Unknown;
        });

    [Fact]
    public void Fault_InTheLog_IsShown() =>
        _bench.With(board => board.LastFault = "OutOfMemoryException in TokenApp::Step").AssertSelfTest(2, report =>
        {
            report.LastFault = "OutOfMemoryException in TokenApp::Step";
            report.Fault = CheckResult.Bad;
        });

    [Fact]
    public void Link_WithAWire_IsALoop()
    {
        var wired = new Wired(_bench.Link);
        _bench.With(board => board.Link = wired);
        _bench.OpenSelfTest();
        _bench.Run(SelfTestBench.DoneMs);
        wired.IsWired = false;

        _bench.Press();
        SelfTestReport report = _bench.GoodReport(2);
        report.Loop = CheckResult.Good;
        report.Presses = 1;
        Assert.Equal(ScreenPicture.Of(s => s.ShowSelfTest(report, 1)), _bench.Panel.ToText());
    }

    [Fact]
    public void Link_AHostTalksMeanwhile_IsAnsweredAndNoLoop()
    {
        _bench.Button.IsPressed = true;
        _bench.Run(ButtonGestures.VeryLongPressMs + ButtonGestures.DebounceMs);
        _bench.Button.IsPressed = false;
        for (int i = 0; i < 30; i++)
        {
            Assert.Equal(Status.Ok, _bench.Ask(Command.Hello).Status);
            _bench.Run(100);
        }

        _bench.Press();
        SelfTestReport report = _bench.GoodReport(2);
        report.Presses = 1;
        Assert.True(_bench.Shows(s => s.ShowSelfTest(report, 1)), _bench.Panel.ToText());
    }

    [Fact]
    public void Open_AllPixels_AreLitForHalfASecond()
    {
        _bench.Button.IsPressed = true;
        _bench.Run(ButtonGestures.VeryLongPressMs - 1);
        Assert.False(_bench.Shows(s => s.ShowAllPixels()));
        _bench.Run(1);
        Assert.True(_bench.Shows(s => s.ShowAllPixels()));
        _bench.Run(Timing.PixelsMs - 1);
        Assert.True(_bench.Shows(s => s.ShowAllPixels()));
        _bench.Run(2);
        Assert.False(_bench.Shows(s => s.ShowAllPixels()));
    }

    [Fact]
    public void Open_HeldFromThePowerUpOn_Opens()
    {
        _bench.Button.IsPressed = true;
        _bench.Restart();
        _bench.Run(ButtonGestures.VeryLongPressMs);
        Assert.True(_bench.Shows(s => s.ShowAllPixels()));
    }

    [Fact]
    public void Open_NewToken_WorksBeforeTheClockWasEverSet()
    {
        var bench = new TokenBench();

        bench.AssertSelfTest(0, report => report.Oscillator = CheckResult.Bad);
    }

    /// <summary>Held on for good, as by a drawer: it opens once, goes dark, and stays dark.</summary>
    [Fact]
    public void Open_ButtonNeverLetGo_GoesDarkAndDoesNotOpenAgain()
    {
        _bench.Button.IsPressed = true;
        _bench.Run(ButtonGestures.VeryLongPressMs + Timing.AwakeMs + 100);
        Assert.False(_bench.Panel.IsOn);
        _bench.Run(120_000);
        Assert.False(_bench.Panel.IsOn);
    }

    [Fact]
    public void Open_NobodyPresses_GoesDarkAfterAWhileAndMaySleep()
    {
        _bench.OpenSelfTest();
        _bench.Run(Timing.AwakeMs - 1000);
        Assert.True(_bench.Panel.IsOn);
        Assert.False(_bench.App.MaySleep);
        _bench.Run(1000);
        Assert.False(_bench.Panel.IsOn);
        Assert.True(_bench.App.MaySleep);
    }

    [Fact]
    public void Press_BeforeTheScreenGoesDark_KeepsItOn()
    {
        _bench.OpenSelfTest();
        _bench.Run(Timing.AwakeMs - 1000);
        _bench.Press();
        _bench.Run(Timing.AwakeMs - 1000);
        Assert.True(_bench.Panel.IsOn);
    }

    [Fact]
    public void Presses_Counted_TurnThePages()
    {
        _bench.OpenSelfTest();
        _bench.Run(SelfTestBench.DoneMs);
        SelfTestReport report = _bench.GoodReport(2);
        for (int i = 1; i <= 12; i++)
        {
            _bench.Press();
            report.Presses = i;
            Assert.True(_bench.Shows(s => s.ShowSelfTest(report, i % 3)), _bench.Panel.ToText());
        }
    }

    [Fact]
    public void Hold_Leaves_AndHeldOnDoesNotOpenAgain()
    {
        _bench.OpenSelfTest();
        _bench.Run(1000);
        _bench.OpenSelfTest();
        Assert.NotNull(PanelDigits.Read(_bench.Panel.Snapshot(), 6));
    }

    /// <summary>What was dialled is forgotten: nobody finds half a PIN on the wheel.</summary>
    [Fact]
    public void Open_WithDigitsOnTheWheel_ForgetsThem()
    {
        TokenBench bench = PinOwner.LockedBench("2580", accounts: "a");
        bench.Press();
        bench.Dial("258");
        bench.OpenSelfTest();
        Assert.True(bench.Shows(s => s.ShowAllPixels()));
        bench.Run(1000);
        bench.Hold();

        Assert.Contains(Enumerable.Range(0, 10), digit => bench.Shows(s => s.ShowPinWheel(digit, 0, 8)));
    }

    /// <summary>From the opening to the leaving, in every state of the token.</summary>
    [Fact]
    public void SelfTest_FromBeginningToEnd_WritesAndClearsNothing()
    {
        TokenBench faulted = TokenBench.WithAccounts("a");
        Vaults.DamageAccount(faulted.Storage, 0);
        TokenBench damaged = TokenBench.WithAccounts("a");
        Vaults.DamageState(damaged.Storage);
        damaged.Restart();
        foreach (TokenBench bench in new[] { _bench, faulted, damaged, PinOwner.LockedBench("2580", accounts: "a"), new TokenBench() })
        {
            Dictionary<string, byte[]> before = bench.Storage.Copy();
            byte[] chip = Registers(bench);
            bench.Storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Read)
                ? false
                : throw new InvalidOperationException($"the self-test calls {operation}");
            bench.OpenSelfTest();
            bench.Run(SelfTestBench.DoneMs);
            bench.Press();
            bench.Hold();
            bench.Run(Timing.AwakeMs + 1000);

            Assert.False(bench.Panel.IsOn);
            Assert.True(bench.Storage.HoldsTheSameAs(before));
            Assert.Equal(chip, Registers(bench));
        }
    }

    [Fact]
    public void Step_FromTheOpeningToTheLeaving_AllocatesNothing()
    {
        // The platform's own makes an array of each key.
        _bench.With(board => board.VaultHmac = new KeepingHmac());
        long allocated = Allocations.Of(
            () =>
            {
                Button(true, ButtonGestures.VeryLongPressMs + 50);
                Button(false, SelfTestBench.DoneMs);
                for (int i = 0; i < 5; i++)
                {
                    Button(true, 100);
                    Button(false, 100);
                }

                Button(true, ButtonGestures.LongPressMs + 50);
                Button(false, 100);
            },
            prepare: () => _bench.Link.TakeSent());

        Assert.Equal(0, allocated);
    }

    /// <summary>A try that has begun is brought to its end: whoever holds on at "ok" does not leave it.</summary>
    [Fact]
    public void Open_WhileAPinIsChecked_DoesNotOpen()
    {
        const int SlowMs = 31;
        TokenBench bench = TokenBench.WithAccounts("a");
        bench.SetPin("2580", portionMs: PinOwner.FineMs);
        bench.LoseKeys();
        bench.Press();
        bench.Dial("2580");
        bench.TurnTo(Wheel.Ok, taken: 4);

        bench.Button.IsPressed = true;
        for (int ms = 0; ms < ButtonGestures.VeryLongPressMs + 500; ms += SlowMs)
        {
            bench.App.Step(bench.Time.NowMs);
            bench.Time.Advance(SlowMs);
        }

        Assert.Contains(Enumerable.Range(0, 100), percent => bench.Shows(s => s.ShowPinWork(false, percent)));
        bench.Button.IsPressed = false;
        bench.Run(5_000);
        Assert.NotNull(PanelDigits.Read(bench.Panel.Snapshot(), 6));
    }

    private void Button(bool isPressed, int milliseconds)
    {
        _bench.Button.IsPressed = isPressed;
        _bench.Run(milliseconds);
    }

    [Fact]
    public void Question_AskedBefore_IsNoPlaceToOpenFrom()
    {
        _bench.Press();
        _bench.Ask(Command.GetCode, Request.GetCode("a"));
        _bench.LetRead();
        _bench.OpenSelfTest();
        Assert.False(_bench.Shows(s => s.ShowAllPixels()));
        Assert.Equal(TokenState.Ready, _bench.Ask(Command.Hello).As<HelloReply>().State);
    }

    /// <summary>A question that came while the button was held, and went again, has been seen: it opens nothing.</summary>
    [Fact]
    public void Question_ComesAndGoesWhileHeld_OpensNothing()
    {
        _bench.Button.IsPressed = true;
        _bench.Run(2000);
        _bench.Ask(Command.GetCode, Request.GetCode("a"));
        _bench.Run(100);
        _bench.Send(Command.Cancel, new Empty());
        _bench.Run(10_000);
        Assert.False(_bench.Shows(s => s.ShowAllPixels()));
    }

    /// <summary>The registers that nothing but a setting changes: alarms, control, status, aging offset.</summary>
    private static byte[] Registers(TokenBench bench)
    {
        var registers = new byte[0x11];
        Assert.True(bench.Chip.Read(0, registers, registers.Length));
        return registers[7..];
    }

    /// <summary>The platform's HMAC-SHA256, with one array for all keys.</summary>
    private sealed class KeepingHmac : IHmac
    {
        private readonly byte[] _key = new byte[128];
        private int _length;

        public int HashLength => HMACSHA256.HashSizeInBytes;

        public void SetKey(byte[] key, int offset, int count)
        {
            key.AsSpan(offset, count).CopyTo(_key);
            _length = count;
        }

        public void Compute(byte[] data, int offset, int count, byte[] mac) =>
            HMACSHA256.HashData(_key.AsSpan(0, _length), data.AsSpan(offset, count), mac);

        public void ComputeCounter(long counter, byte[] mac) => throw new NotSupportedException();

        public void Clear() => Array.Clear(_key);
    }

    /// <summary>A link whose transmit line leads to its receive line.</summary>
    private sealed class Wired(QueueLink link) : ILink
    {
        public bool IsWired { get; set; } = true;

        public int Read(byte[] buffer, int offset, int count) => link.Read(buffer, offset, count);

        public void Write(byte[] buffer, int offset, int count)
        {
            link.Write(buffer, offset, count);
            if (IsWired)
            {
                link.Receive(buffer.AsSpan(offset, count));
            }
        }
    }
}
