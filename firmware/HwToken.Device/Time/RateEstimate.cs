using HwToken.Core.Protocol.Messages;

namespace HwToken.Device.Time;

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

    private static long RatePpb(long milliseconds, long seconds)
    {
        return milliseconds * ClockFigures.Million / seconds;
    }

    private static long Size(long value)
    {
        return value < 0 ? -value : value;
    }
}
