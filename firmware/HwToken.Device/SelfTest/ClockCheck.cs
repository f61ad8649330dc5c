using HwToken.Device.Ports;
using HwToken.Device.Time;
using HwToken.Device.Ui;

namespace HwToken.Device.SelfTest;

/// <summary>Looks at the clock chip twice, a little more than a second apart.</summary>
internal sealed class ClockCheck
{
    /// <summary>From one reading to the next, at least: a second has to end in between.</summary>
    public const int ApartMs = 1100;

    /// <summary>
    /// By how much whole seconds and the time in between may differ: up to a second, because the chip shows no parts of
    /// one, and what a reading on the bus and the loop's own tick take. Less than <see cref="ApartMs"/>, so that a clock
    /// that has stopped is seen.
    /// </summary>
    private const int ToleranceMs = 1050;

    // What the chip is specified for (DS3231SN, -40 to 85 degrees C). What lies outside is no temperature.
    private const int LeastQuarterDegrees = -40 * Ds3231Compensation.StepsPerDegree;
    private const int MostQuarterDegrees = 85 * Ds3231Compensation.StepsPerDegree;

    private readonly Ds3231 _chip;
    private readonly Ds3231Compensation _compensation;
    private readonly ClockSram _sram;
    private long _firstMs;
    private long _firstSeconds;

    public ClockCheck(IClockChip chip, ClockSram sram)
    {
        _chip = new Ds3231(chip);
        _compensation = new Ds3231Compensation(chip);
        _sram = sram;
    }

    /// <summary>Everything but whether it counts.</summary>
    /// <param name="report">Its clock is Pending afterwards, if there is something to wait for.</param>
    public void Begin(SelfTestReport report, long nowMs)
    {
        bool answers = _compensation.TryReadAgingOffset(out int steps);
        report.AgingOffset = steps;
        report.Aging = answers ? CheckResult.Good : CheckResult.Bad;
        report.HasSram = answers && _sram.Detect();

        bool measured = _compensation.TryReadTemperature(out int quarterDegrees);
        measured &= quarterDegrees >= LeastQuarterDegrees && quarterDegrees <= MostQuarterDegrees;
        report.QuarterDegrees = quarterDegrees;
        report.Temperature = measured ? CheckResult.Good : CheckResult.Bad;

        _firstMs = nowMs;
        ClockReading reading = _chip.Read(out _firstSeconds);
        report.Clock = reading == ClockReading.Unreadable ? CheckResult.Bad : CheckResult.Pending;
        report.Oscillator = ResultOf(reading);
        report.ClockFailure = answers ? ClockFailure.NoTime : ClockFailure.NoAnswer;
    }

    /// <summary>Reads the second time, when it is time.</summary>
    /// <returns>True if the report says more now.</returns>
    public bool Step(SelfTestReport report, long nowMs)
    {
        long passedMs = nowMs - _firstMs;
        if (report.Clock != CheckResult.Pending || passedMs < ApartMs)
        {
            return false;
        }

        ClockReading reading = _chip.Read(out long seconds);
        report.Oscillator = ResultOf(reading);
        report.ClockFailure = reading == ClockReading.Unreadable ? ClockFailure.NoAnswer : ClockFailure.CountsWrong;
        long offMs = ((seconds - _firstSeconds) * Wait.MsPerSecond) - passedMs;
        bool counts = reading != ClockReading.Unreadable && offMs >= -ToleranceMs && offMs <= ToleranceMs;
        report.Clock = counts ? CheckResult.Good : CheckResult.Bad;
        return true;
    }

    /// <summary>After how many milliseconds <see cref="Step"/> has something to do, at most <paramref name="most"/>.</summary>
    public int WaitMs(SelfTestReport report, long nowMs, int most) =>
        report.Clock == CheckResult.Pending ? Wait.Until(_firstMs + ApartMs, nowMs, most) : most;

    private static CheckResult ResultOf(ClockReading reading)
    {
        switch (reading)
        {
            case ClockReading.Running: return CheckResult.Good;
            case ClockReading.OscillatorStopped: return CheckResult.Bad;
            default: return CheckResult.Unknown;
        }
    }
}
