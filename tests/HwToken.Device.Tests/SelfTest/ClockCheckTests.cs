using HwToken.Device.Ports;
using HwToken.Device.Time;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.SelfTest;

public class ClockCheckTests
{
    private readonly TokenBench _bench = TokenBench.WithAccounts("a");

    [Fact]
    public void Clock_Runs_IsGood() => _bench.AssertSelfTest(1);

    [Fact]
    public void Clock_DoesNotAnswer_SaysSoAndKnowsNothingElseOfIt()
    {
        _bench.Chip.Answers = false;

        _bench.AssertSelfTest(1, report =>
        {
            report.Clock = report.Temperature = report.Aging = CheckResult.Bad;
            report.ClockFailure = ClockFailure.NoAnswer;
            report.Oscillator = CheckResult.Unknown;
        });
    }

    /// <summary>Registers that are all ones: a bus without a chip that somebody acknowledges.</summary>
    [Fact]
    public void Clock_ShowsNoTime_IsToldFromNoAnswer() =>
        _bench.With(board => board.ClockChip = new Tampered(_bench.Chip, time => Array.Fill(time, (byte)0xFF)))
            .AssertSelfTest(1, report =>
            {
                report.Clock = CheckResult.Bad;
                report.ClockFailure = ClockFailure.NoTime;
                report.Oscillator = CheckResult.Unknown;
            });

    [Fact]
    public void Clock_Stands_CountsWrong()
    {
        byte[]? first = null;
        var standing = new Tampered(_bench.Chip, time => (first ??= [.. time]).CopyTo(time, 0));

        _bench.With(board => board.ClockChip = standing).AssertSelfTest(1, CountsWrong);
    }

    [Fact]
    public void Clock_RunsAtFourTimesItsPace_CountsWrong()
    {
        var fast = new SimulatedDs3231(_bench.Time, driftPpm: 3_000_000);
        fast.StartAt(DateTimeOffset.FromUnixTimeSeconds(TokenBench.FirstUnixSeconds + 1000));

        _bench.With(board => board.ClockChip = fast).AssertSelfTest(1, CountsWrong);
    }

    /// <summary>Wherever in a second the first reading falls.</summary>
    [Fact]
    public void Clock_ReadAnywhereInItsSecond_Counts()
    {
        for (int offsetMs = 0; offsetMs < 1000; offsetMs += 37)
        {
            TokenBench bench = TokenBench.WithAccounts("a");
            bench.Run(offsetMs);
            bench.AssertSelfTest(1);
        }
    }

    [Fact]
    public void Oscillator_HasStopped_SaysSoAndThatItCountsNow()
    {
        _bench.Chip.LosePower();

        _bench.AssertSelfTest(1, report => report.Oscillator = CheckResult.Bad);
    }

    [Fact]
    public void Oscillator_StopsDuringTheTest_SaysSo()
    {
        _bench.OpenSelfTest();
        _bench.Run(700);
        _bench.Chip.LosePower();
        _bench.Run(SelfTestBench.DoneMs);

        SelfTestReport report = _bench.GoodReport(1);
        report.Oscillator = report.Clock = CheckResult.Bad;
        report.ClockFailure = ClockFailure.CountsWrong;
        Assert.Equal(ScreenPicture.Of(s => s.ShowSelfTest(report, 0)), _bench.Panel.ToText());
    }

    [Theory]
    [InlineData(-160, CheckResult.Good)]
    [InlineData(-161, CheckResult.Bad)]
    [InlineData(-1, CheckResult.Good)]
    [InlineData(340, CheckResult.Good)]
    [InlineData(341, CheckResult.Bad)]
    public void Temperature_Measured_IsBadOutsideTheChipsRange(int quarterDegrees, CheckResult result)
    {
        _bench.Chip.QuarterDegrees = quarterDegrees;
        _bench.Run(70_000);

        _bench.AssertSelfTest(1, report =>
        {
            report.QuarterDegrees = quarterDegrees;
            report.Temperature = result;
        });
    }

    [Theory]
    [InlineData(-128)]
    [InlineData(127)]
    public void Aging_Written_IsShown(int steps)
    {
        Assert.True(new Ds3231Compensation(_bench.Chip).WriteAgingOffset(steps));

        _bench.AssertSelfTest(1, report => report.AgingOffset = steps);
    }

    [Fact]
    public void Chip_HasSram_IsADs3232AndItsMemoryAsBefore()
    {
        var chip = new SimulatedDs3231(_bench.Time, isDs3232: true);
        chip.StartAt(DateTimeOffset.FromUnixTimeSeconds(TokenBench.FirstUnixSeconds + 1000));
        _bench.With(board => board.ClockChip = chip);
        byte[] before = Sram(chip);

        _bench.AssertSelfTest(1, report =>
        {
            report.HasSram = true;
            report.IsShareMissing = true;
            report.State = CheckResult.Bad;
        });

        Assert.Equal(before, Sram(chip));
    }

    private static void CountsWrong(SelfTestReport report)
    {
        report.Clock = CheckResult.Bad;
        report.ClockFailure = ClockFailure.CountsWrong;
    }

    private static byte[] Sram(SimulatedDs3231 chip)
    {
        var bytes = new byte[0x100 - 0x14];
        Assert.True(chip.Read(0x14, bytes, bytes.Length));
        return bytes;
    }

    /// <summary>A chip whose registers of the time are changed on their way.</summary>
    private sealed class Tampered(SimulatedDs3231 chip, Action<byte[]> change) : IClockChip
    {
        public bool Read(int register, byte[] buffer, int count)
        {
            bool answered = chip.Read(register, buffer, count);
            if (register == 0)
            {
                byte[] time = buffer[..Ds3231Registers.TimeLength];
                change(time);
                time.CopyTo(buffer, 0);
            }

            return answered;
        }

        public bool Write(int register, byte[] buffer, int count) => chip.Write(register, buffer, count);
    }
}
