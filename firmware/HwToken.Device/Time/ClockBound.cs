using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Device.Time;

/// <summary>How wrong the clock may be, and how far a host may have moved it: from <see cref="ClockFigures"/>.</summary>
public sealed class ClockBound
{
    private readonly ClockMemory _memory;

    public ClockBound(ClockMemory memory)
    {
        _memory = memory;
    }

    /// <summary>
    /// By how much the time that is told may be wrong, either way: what the last comparison left open, and what the
    /// chip may have done since, by the datasheet or by what was learned, whichever is less.
    /// </summary>
    /// <param name="chipSeconds">What the chip shows then; the past counts as the moment of the last comparison.</param>
    public long NowMs(long chipSeconds)
    {
        long elapsed = chipSeconds - _memory.AnchorSeconds;
        if (elapsed < 0)
        {
            elapsed = 0;
        }

        long ppb = DatasheetPpb(_memory.AnchorSeconds + elapsed) + Size(((long)_memory.Aging * ClockFigures.StepPpb) + _memory.ResidualPpb);
        if (_memory.Rate == ClockRate.Implausible)
        {
            ppb = _memory.ResidualUncertaintyPpb;
        }
        else if (_memory.Rate == ClockRate.Learned)
        {
            long learned = LearnedPpb(elapsed);
            ppb = learned < ppb ? learned : ppb;
        }

        return _memory.AnchorUncertaintyMs
            + ClockFigures.DriftMs(ppb, elapsed)
            + WinterMs(elapsed);
    }

    /// <summary>
    /// How far the time that is told may be, either way, from what the chip alone would show, had it not been trimmed or
    /// corrected it since the owner set it: its drift by the datasheet. Silent corrections never lead beyond, so that
    /// this is what a hostile host can do.
    /// </summary>
    /// <param name="trimmedMs">What the aging register has held the chip back; its steps may differ by a quarter.</param>
    public long BudgetMs(long chipSeconds, long trimmedMs)
    {
        long elapsed = chipSeconds - _memory.SetSeconds;
        if (elapsed < 0)
        {
            elapsed = 0;
        }

        return ClockFigures.SetUncertaintyMs
            + ClockFigures.DriftMs(DatasheetPpb(chipSeconds), elapsed)
            + WinterMs(elapsed)
            + (Size(trimmedMs) / 4);
    }

    private bool IsExtreme
    {
        get
        {
            return _memory.LowestTemperature != ClockComparison.NoTemperature
                && (_memory.LowestTemperature < ClockFigures.Coldest || _memory.HighestTemperature > ClockFigures.Warmest);
        }
    }

    private long DatasheetPpb(long chipSeconds)
    {
        long ppb = IsExtreme
            ? ClockFigures.AnywherePpb + (ClockFigures.ExtremePpbPerStep * Size(_memory.Aging))
            : ClockFigures.RoomPpb;
        return ppb + ClockFigures.AgedPpb(Age(chipSeconds));
    }

    /// <summary>What may differ between the time that the rate was learned in and the time since.</summary>
    private long LearnedPpb(long elapsed)
    {
        long ppb = _memory.ResidualUncertaintyPpb + ClockFigures.TemperaturePpb
            + (ClockFigures.TemperaturePpbPerStep * Size(_memory.Aging));
        if (IsExtreme)
        {
            ppb += ClockFigures.AnywherePpb - ClockFigures.RoomPpb + (ClockFigures.ExtremePpbPerStep * Size(_memory.Aging));
        }

        long apart = _memory.AnchorSeconds + (elapsed / 2) - _memory.LearnedSeconds;
        return ppb
            + (ClockFigures.AgingPpbPerYear(Age(_memory.LearnedSeconds)) * apart / ClockFigures.SecondsPerYear);
    }

    /// <summary>For how long the crystal has aged, at least; it is no older for what this is used for.</summary>
    private long Age(long chipSeconds)
    {
        long age = chipSeconds - _memory.FirstSetSeconds;
        return age < 0 ? 0 : age;
    }

    private static long WinterMs(long elapsed)
    {
        long winter = elapsed < ClockFigures.WinterSeconds ? elapsed : ClockFigures.WinterSeconds;
        return ClockFigures.DriftMs(ClockFigures.WinterPpb, winter);
    }

    private static long Size(long value) => value < 0 ? -value : value;
}
