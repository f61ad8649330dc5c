// UTC from the chip's count, and the chip's rate learned from comparisons.
using HwToken.Core.Protocol.Messages;
using HwToken.Core.Protocol;

namespace HwToken.Device.Time;

/// <summary>Makes UTC of what the chip shows, and learns from comparisons. Arithmetic only: it touches no chip.</summary>
/// <remarks>
/// Neither a correction nor a jump rewrites a chip that runs: what it is wrong is taken out when it is read. So a power
/// cut cannot leave a chip that was corrected and a memory that was not.
/// </remarks>
public sealed class ClockDiscipline
{
    private readonly ClockMemory _memory;
    private readonly RateEstimate _estimate;
    private readonly ClockComparison _comparison = new();

    public ClockDiscipline(ClockMemory memory)
    {
        _memory = memory;
        _estimate = new RateEstimate(memory);
        Bound = new ClockBound(memory);
    }

    public ClockBound Bound { get; }

    /// <summary>The chip less the time that is told, in milliseconds.</summary>
    public long OffsetMs(long chipSeconds) => _memory.SetOffsetMs + GainedMs(chipSeconds);

    /// <summary>What the chip is taken to have gained since it was set, in milliseconds: never more than it can have.</summary>
    public long GainedMs(long chipSeconds)
    {
        long elapsed = chipSeconds - _memory.AnchorSeconds;
        long gained = _memory.AnchorGainedMs + ClockFigures.DriftMs(_memory.ResidualPpb, elapsed);
        long trimmed = TrimmedMs(chipSeconds);
        long budget = Bound.BudgetMs(chipSeconds, trimmed);
        if (gained + trimmed > budget)
        {
            return budget - trimmed;
        }

        return gained + trimmed < -budget ? -budget - trimmed : gained;
    }

    /// <summary>The second that is told while the chip shows this one: the one that has most of its moments.</summary>
    public long ToUnixSeconds(long chipSeconds)
    {
        long ms = (chipSeconds * Wait.MsPerSecond) - OffsetMs(chipSeconds) + (Wait.MsPerSecond / 2);
        return ms < 0 ? 0 : ms / Wait.MsPerSecond;
    }

    /// <summary>Whether a correction is so small that the owner is not asked.</summary>
    /// <param name="errorMs">The time that is told less UTC.</param>
    /// <param name="uncertaintyMs">By how much that may be wrong, either way.</param>
    public bool IsSilent(long chipSeconds, long errorMs, int uncertaintyMs)
    {
        long trimmed = TrimmedMs(chipSeconds);
        long inSum = GainedMs(chipSeconds) + errorMs + trimmed;
        return Size(errorMs) <= Bound.NowMs(chipSeconds) + uncertaintyMs
            && Size(inSum) <= Bound.BudgetMs(chipSeconds, trimmed);
    }

    /// <summary>
    /// Whether a correction is worth being stored: flash wears, and a host may ask without end. One that is rougher than
    /// the clock itself is not, nor is another one within a minute, unless it is twice as good.
    /// </summary>
    public bool IsWorthKeeping(long chipSeconds, int uncertaintyMs)
    {
        bool isSoon = chipSeconds - _memory.AnchorSeconds < ClockFigures.MinApartSeconds;
        int most = isSoon ? _memory.AnchorUncertaintyMs / 2 : int.MaxValue;
        return uncertaintyMs <= most && !IsRough(chipSeconds, uncertaintyMs);
    }

    /// <summary>Takes a silent correction, and learns from it. One that is rougher than the clock itself changes nothing.</summary>
    /// <param name="temperature">The chip's, in whole degrees C, or <see cref="ClockComparison.NoTemperature"/>.</param>
    public void Correct(long chipSeconds, int errorMs, int uncertaintyMs, int temperature)
    {
        _memory.SeeTemperature(temperature);
        if (IsRough(chipSeconds, uncertaintyMs))
        {
            return;
        }

        _comparison.Seconds = chipSeconds;
        _comparison.GainedMs = (int)(GainedMs(chipSeconds) + errorMs);
        _comparison.TrimmedMs = (int)TrimmedMs(chipSeconds);
        _comparison.UncertaintyMs = uncertaintyMs;
        _comparison.Temperature = temperature;

        _memory.AnchorSeconds = chipSeconds;
        _memory.AnchorGainedMs = _comparison.GainedMs;
        _memory.AnchorTrimmedMs = _comparison.TrimmedMs;
        _memory.AnchorUncertaintyMs = uncertaintyMs;
        _memory.Keep(_comparison);
        Learn();
    }

    /// <summary>
    /// The owner has set the clock. What was learned is forgotten: it may be another chip, or a host may have lied for
    /// long.
    /// </summary>
    /// <param name="chipSeconds">A second that begins now.</param>
    /// <param name="offsetMs">The chip less the new time, in milliseconds.</param>
    public void Set(long chipSeconds, long offsetMs)
    {
        bool isFirst = _memory.FirstSetSeconds == 0 || chipSeconds < _memory.FirstSetSeconds;
        _memory.ForgetRate();
        _memory.WasSet = true;
        _memory.SetSeconds = chipSeconds;
        _memory.SetOffsetMs = offsetMs;
        _memory.FirstSetSeconds = isFirst ? chipSeconds : _memory.FirstSetSeconds;
        _memory.NewestSeconds = chipSeconds;
        _memory.AnchorSeconds = chipSeconds;
        _memory.AnchorUncertaintyMs = ClockFigures.SetUncertaintyMs;
    }

    /// <summary>The chip itself, which did not run, was set to this time. Its crystal's age counts on.</summary>
    public void Restart(long unixSeconds)
    {
        if (_memory.FirstSetSeconds > 0)
        {
            long first = _memory.FirstSetSeconds - (OffsetMs(_memory.NewestSeconds) / Wait.MsPerSecond);
            _memory.FirstSetSeconds = first < 0 ? 0 : first;
        }

        Set(unixSeconds, 0);
    }

    /// <summary>Before <see cref="Set"/> on a clock that runs: what the jump says about the chip.</summary>
    /// <param name="errorMs">The time that is told less the time that it is set to.</param>
    /// <returns>
    /// The rate, in parts per billion, if it is one that such a chip cannot have, and not so high that the clock must
    /// have been set wrong; otherwise 0.
    /// </returns>
    public int ImplausiblePpb(long chipSeconds, long errorMs)
    {
        long elapsed = chipSeconds - _memory.SetSeconds;
        if (elapsed < ClockFigures.SecondsPerDay)
        {
            return 0;
        }

        long gained = GainedMs(chipSeconds) + errorMs + TrimmedMs(chipSeconds);
        long ppb = (Size(gained) - ClockFigures.SetUncertaintyMs) * ClockFigures.Million / elapsed;
        return ppb > ClockFigures.ImplausiblePpb && ppb < ClockFigures.NoDriftPpb ? (int)ppb : 0;
    }

    /// <summary>The chip was found to be none of the kind that it should be: the bound says so until it is set again.</summary>
    public void Distrust(int ppb)
    {
        _memory.Rate = ClockRate.Implausible;
        _memory.ResidualUncertaintyPpb = 2 * ppb;
    }

    private bool IsRough(long chipSeconds, int uncertaintyMs) => uncertaintyMs > Bound.NowMs(chipSeconds);

    private void Learn()
    {
        if (_memory.Rate == ClockRate.Implausible || !_estimate.TryLearn())
        {
            return;
        }

        long untrimmed = _estimate.Ppb + ((long)_memory.Aging * ClockFigures.StepPpb);
        if (Size(untrimmed) > ClockFigures.ImplausiblePpb)
        {
            Distrust((int)Size(untrimmed));
            return;
        }

        bool knowsBetter = _memory.Rate == ClockRate.Learned && Penalty() < _estimate.Penalty;
        if (knowsBetter)
        {
            return;
        }

        _memory.Rate = ClockRate.Learned;
        _memory.ResidualPpb = (int)_estimate.Ppb;
        _memory.ResidualUncertaintyPpb = (int)_estimate.UncertaintyPpb;
        _memory.LearnedSeconds = _estimate.MiddleSeconds;
        Trim();
    }

    /// <summary>What counts against the rate that was learned before.</summary>
    private long Penalty()
    {
        long apart = _memory.AnchorSeconds - _memory.LearnedSeconds;
        return _memory.ResidualUncertaintyPpb + (ClockFigures.StalePpbPerYear * apart / ClockFigures.SecondsPerYear);
    }

    /// <summary>
    /// Moves half of the residual into the aging register, in whole steps: in the cold a step may do nearly twice what
    /// the datasheet says, and all of it would then overshoot, year after year. The arithmetic takes the other half,
    /// and what the steps really do, the next comparisons tell.
    /// </summary>
    private void Trim()
    {
        int steps = _memory.ResidualPpb / (2 * ClockFigures.StepPpb);
        int aging = _memory.Aging + steps;
        if (steps == 0 || Size(aging) > ClockFigures.MaxSteps)
        {
            return;
        }

        _memory.Aging = aging;
        _memory.ResidualPpb -= steps * ClockFigures.StepPpb;
        _memory.ResidualUncertaintyPpb += (int)Size(steps) * ClockFigures.StepTolerancePpb;
    }

    private long TrimmedMs(long chipSeconds)
    {
        long elapsed = chipSeconds - _memory.AnchorSeconds;
        return _memory.AnchorTrimmedMs + ClockFigures.DriftMs((long)_memory.Aging * ClockFigures.StepPpb, elapsed);
    }

    private static long Size(long value) => value < 0 ? -value : value;
}

/// <summary>How fast the chip runs, learned from two comparisons: the last one, and the one before that tells most.</summary>
/// <remarks>
/// A pair tells more the longer it is apart, until the crystal's aging makes the long past tell less. Where the aging
/// register was changed in between, its steps are taken for what the datasheet says, and how far they may differ counts
/// against the pair: once a while has passed with the new setting, a pair that has only that tells more.
/// </remarks>
internal sealed class RateEstimate
{
    private readonly ClockMemory _memory;

    public RateEstimate(ClockMemory memory)
    {
        _memory = memory;
    }

    /// <summary>The chip's rate with the aging register as it is, in parts per billion.</summary>
    public long Ppb { get; private set; }

    /// <summary>By how much that may be wrong as measured.</summary>
    public long UncertaintyPpb { get; private set; }

    /// <summary>The middle of the time that it is of, by the chip.</summary>
    public long MiddleSeconds { get; private set; }

    /// <summary>What counts against it: its uncertainty, and how long ago it was.</summary>
    public long Penalty { get; private set; }

    /// <returns>False if no two comparisons are far enough apart and good enough.</returns>
    public bool TryLearn()
    {
        bool learned = false;
        for (int i = 0; i < _memory.ComparisonCount - 1; i++)
        {
            learned |= TryPair(_memory.ComparisonAt(i), _memory.ComparisonAt(_memory.ComparisonCount - 1), learned);
        }

        return learned;
    }

    private bool TryPair(ClockComparison first, ClockComparison last, bool hasBetter)
    {
        long seconds = last.Seconds - first.Seconds;
        if (seconds < ClockFigures.MinLearnedSeconds)
        {
            return false;
        }

        long measured = RatePpb((long)last.GainedMs - first.GainedMs, seconds);
        long measuredUncertainty = RatePpb((long)last.UncertaintyMs + first.UncertaintyMs, seconds);
        long trimmed = RatePpb((long)last.TrimmedMs - first.TrimmedMs, seconds);
        long otherSteps = trimmed - ((long)_memory.Aging * ClockFigures.StepPpb);
        long stepUncertainty = Size(otherSteps) * ClockFigures.StepTolerancePpb / ClockFigures.StepPpb;
        long season = seconds < ClockFigures.SecondsPerYear
            ? ClockFigures.SeasonPpb * (ClockFigures.SecondsPerYear - seconds) / ClockFigures.SecondsPerYear
            : 0;
        long uncertainty = measuredUncertainty + stepUncertainty + season;
        long penalty = uncertainty + (ClockFigures.StalePpbPerYear * (seconds / 2) / ClockFigures.SecondsPerYear);
        bool tellsMore = measuredUncertainty <= ClockFigures.MaxLearnedUncertaintyPpb && (!hasBetter || penalty < Penalty);
        if (tellsMore)
        {
            Ppb = measured + otherSteps;
            UncertaintyPpb = uncertainty;
            MiddleSeconds = first.Seconds + (seconds / 2);
            Penalty = penalty;
        }

        return tellsMore;
    }

    private static long RatePpb(long milliseconds, long seconds) => milliseconds * ClockFigures.Million / seconds;

    private static long Size(long value) => value < 0 ? -value : value;
}
