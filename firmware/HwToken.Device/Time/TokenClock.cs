using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ports;

namespace HwToken.Device.Time;

/// <summary>UTC, and whether it can be believed: what the chip says, held against what the token remembers.</summary>
public sealed class TokenClock
{
    /// <summary>Between two looks at a chip that runs lies no more than this: a greater leap is no time that was seen.</summary>
    private const int MaxLookSeconds = 60;

    private readonly Ds3231 _chip;
    private readonly Ds3231Compensation _compensation;
    private readonly IClockStore _store;
    private readonly ClockMemory _memory;
    private readonly ClockDiscipline _discipline;
    private readonly MemoryBackup _backup;
    private long _lastLookSeconds;
    private long _savedNewestSeconds;

    public TokenClock(IClockChip chip, IClockStore store)
    {
        _chip = new Ds3231(chip);
        _compensation = new Ds3231Compensation(chip);
        _store = store;
        _memory = store.Clock;
        _discipline = new ClockDiscipline(_memory);
        _backup = new MemoryBackup(_memory);
        _savedNewestSeconds = _memory.NewestSeconds;
    }

    /// <param name="unixSeconds">Seconds since 1970-01-01T00:00:00Z; 0 unless the clock runs.</param>
    public ClockState Read(out long unixSeconds)
    {
        ClockState state = ReadChip(out long chipSeconds);
        unixSeconds = state == ClockState.Running ? _discipline.ToUnixSeconds(chipSeconds) : 0;
        return state;
    }

    /// <param name="chipSeconds">The chip's own count; 0 unless the clock runs.</param>
    public ClockState ReadChip(out long chipSeconds)
    {
        ClockReading reading = _chip.Read(out chipSeconds);
        ClockState state = Judge(reading, chipSeconds);
        if (state == ClockState.Running)
        {
            See(chipSeconds);
        }
        else
        {
            chipSeconds = 0;
        }

        return state;
    }

    /// <summary>What is told at the moment when the chip begins a second: milliseconds since 1970-01-01T00:00:00Z.</summary>
    public long UnixMsAt(long chipSeconds) => (chipSeconds * Wait.MsPerSecond) - _discipline.OffsetMs(chipSeconds);

    /// <summary>
    /// By how many seconds a time that was just read may be wrong, either way, rounded up. What is told changes with
    /// the chip's seconds, half a second early or late.
    /// </summary>
    public int BoundSeconds(long unixSeconds)
    {
        long chipSeconds = unixSeconds + (_discipline.OffsetMs(_memory.NewestSeconds) / Wait.MsPerSecond);
        long boundMs = _discipline.Bound.NowMs(chipSeconds) + (Wait.MsPerSecond / 2);
        long seconds = (boundMs + Wait.MsPerSecond - 1) / Wait.MsPerSecond;
        return seconds < int.MaxValue ? (int)seconds : int.MaxValue;
    }

    /// <summary>
    /// Whether setting the clock to this would be a jump: of one that runs, by more than it may be wrong, and a second;
    /// of one that does not, back before a time that it has shown.
    /// </summary>
    public bool IsJump(long newUnixMs)
    {
        if (ReadChip(out long chipSeconds) == ClockState.Running)
        {
            long errorMs = UnixMsAt(chipSeconds) - newUnixMs;
            return Size(errorMs) > ToleranceMs(chipSeconds);
        }

        return _memory.WasSet
            && newUnixMs < UnixMsAt(_memory.NewestSeconds) - ToleranceMs(_memory.NewestSeconds);
    }

    /// <summary>Whether a correction is so small that the owner is not asked.</summary>
    public bool IsSilent(long chipSeconds, int errorMs, int uncertaintyMs) =>
        _discipline.IsSilent(chipSeconds, errorMs, uncertaintyMs);

    /// <summary>Sets the clock, as its owner has agreed to: the second begins now.</summary>
    /// <returns>
    /// Ok; TimeInvalid, and nothing has changed; StorageFailed or ClockUnreadable. A clock that did not run and could
    /// not be set, all the way, counts as never set; one that ran runs on, with the old time or the new one.
    /// </returns>
    public Status Set(long unixSeconds)
    {
        if (!CanHold(unixSeconds))
        {
            return Status.TimeInvalid;
        }

        bool isJump = IsJump(unixSeconds * Wait.MsPerSecond);
        return ReadChip(out long chipSeconds) == ClockState.Running
            ? SetRunning(chipSeconds, unixSeconds, isJump)
            : Start(unixSeconds, isJump);
    }

    /// <summary>Takes a silent correction, if it is worth it, and trims the chip by what was learned.</summary>
    /// <param name="errorMs">The time that is told less UTC.</param>
    /// <param name="uncertaintyMs">By how much that may be wrong, either way.</param>
    /// <returns>Ok; StorageFailed, or why the clock cannot be believed, and then nothing has changed.</returns>
    public Status Correct(int errorMs, int uncertaintyMs)
    {
        Status status = Refusal(ReadChip(out long chipSeconds));
        if (status != Status.Ok)
        {
            return status;
        }

        if (!_discipline.IsWorthKeeping(chipSeconds, uncertaintyMs))
        {
            return Status.Ok;
        }

        _backup.Keep();
        _discipline.Correct(chipSeconds, errorMs, uncertaintyMs, Temperature());
        if (!Save())
        {
            return Status.StorageFailed;
        }

        Trim();
        return Status.Ok;
    }

    /// <summary>
    /// Gives the chip the aging offset that is remembered, if it has another one: after a correction, and at the start,
    /// where a power cut may have come in between. A chip that does not take it now gets it at the next start.
    /// </summary>
    public void Trim()
    {
        if (ReadChip(out _) == ClockState.Running
            && _compensation.TryReadAgingOffset(out int steps)
            && steps != _memory.Aging
            && _compensation.WriteAgingOffset(_memory.Aging))
        {
            _compensation.StartConversion();
        }
    }

    /// <summary>Stores the newest time that was seen, if it is a day newer than what was stored: flash wears.</summary>
    public void SaveNewest()
    {
        if (_memory.NewestSeconds - _savedNewestSeconds >= ClockFigures.SecondsPerDay)
        {
            // Where this fails, the next day is early enough.
            _savedNewestSeconds = _memory.NewestSeconds;
            _store.Save();
        }
    }

    public static bool CanHold(long unixSeconds) =>
        unixSeconds >= Ds3231.MinUnixSeconds && unixSeconds <= Ds3231.MaxUnixSeconds;

    /// <summary>Fills in what GetClock, SetClock, AdjustClock and Info answer.</summary>
    public void Report(ClockReply reply)
    {
        reply.State = ReadChip(out long chipSeconds);
        bool isRunning = reply.State == ClockState.Running;
        reply.UnixSeconds = isRunning ? _discipline.ToUnixSeconds(chipSeconds) : 0;
        reply.LastSetUnixSeconds = _memory.WasSet ? UnixSecondsOf(_memory.SetSeconds, 0) : 0;

        ClockQuality quality = reply.Quality;
        quality.BoundMs = isRunning ? Limited(_discipline.Bound.NowMs(chipSeconds)) : 0;
        quality.YearBoundMs = isRunning
            ? Limited(_discipline.Bound.NowMs(chipSeconds + ClockFigures.SecondsPerYear))
            : 0;
        quality.GainedMs = isRunning ? (int)_discipline.GainedMs(chipSeconds) : 0;
        quality.ResidualPpb = _memory.ResidualPpb;
        quality.ResidualUncertaintyPpb = _memory.ResidualUncertaintyPpb;
        quality.Aging = _memory.Aging;
        quality.Rate = _memory.Rate;
        quality.Temperature = Temperature();
        quality.ComparedUnixSeconds = _memory.ComparisonCount > 0
            ? UnixSecondsOf(_memory.AnchorSeconds, _memory.AnchorGainedMs)
            : 0;
        quality.Jumps = _memory.Jumps;
        quality.BackwardJumps = _memory.BackwardJumps;
    }

    /// <summary>Fills in what ListComparisons answers.</summary>
    public void Report(ListComparisonsReply reply)
    {
        reply.Count = _memory.ComparisonCount;
        for (int i = 0; i < reply.Count; i++)
        {
            ClockComparison entry = reply.Entries[i];
            entry.CopyFrom(_memory.ComparisonAt(i));
            entry.Seconds = UnixSecondsOf(entry.Seconds, entry.GainedMs);
        }
    }

    /// <summary>The status that refuses a code because of the clock; Ok where it runs.</summary>
    public static Status Refusal(ClockState state)
    {
        switch (state)
        {
            case ClockState.Running: return Status.Ok;
            case ClockState.NeverSet: return Status.ClockNeverSet;
            case ClockState.Stopped: return Status.ClockStopped;
            default: return Status.ClockUnreadable;
        }
    }

    private ClockState Judge(ClockReading reading, long chipSeconds)
    {
        if (reading == ClockReading.Unreadable)
        {
            return ClockState.Unreadable;
        }

        if (!_memory.WasSet)
        {
            return ClockState.NeverSet;
        }

        // A count before one that was seen: the chip has lost it, whatever its flag says, or is another chip.
        bool believed = reading == ClockReading.Running && chipSeconds >= _memory.NewestSeconds;
        return believed ? ClockState.Running : ClockState.Stopped;
    }

    /// <summary>
    /// Remembers the newest count, once two looks in a row agree: a single one that the bus has garbled must not make
    /// every later one look like the past.
    /// </summary>
    private void See(long chipSeconds)
    {
        long since = chipSeconds - _lastLookSeconds;
        if (since >= 0 && since <= MaxLookSeconds && chipSeconds > _memory.NewestSeconds)
        {
            _memory.NewestSeconds = chipSeconds;
        }

        _lastLookSeconds = chipSeconds;
    }

    private Status Start(long unixSeconds, bool goesBack)
    {
        _backup.Keep();
        if (_memory.WasSet)
        {
            // Before the chip is touched: a power cut must not leave a chip that runs again, and a memory that takes
            // its new time for the old one's going on.
            _memory.WasSet = false;
            if (!Save())
            {
                return Status.StorageFailed;
            }

            _backup.Keep();
        }

        if (!_chip.Set(unixSeconds))
        {
            return Status.ClockUnreadable;
        }

        _discipline.Restart(unixSeconds);
        return SaveSetting(goesBack, goesBack, 0);
    }

    /// <summary>
    /// The chip keeps its count, and the difference is remembered: with one write of the memory all of the old time
    /// becomes all of the new one. Then the chip's second, the same one, is made to begin with the host's; without that,
    /// if the power is cut just then, the new time is wrong by less than a second, which its bound allows for.
    /// </summary>
    private Status SetRunning(long chipSeconds, long unixSeconds, bool isJump)
    {
        long errorMs = UnixMsAt(chipSeconds) - (unixSeconds * Wait.MsPerSecond);
        int implausiblePpb = _discipline.ImplausiblePpb(chipSeconds, errorMs);
        _backup.Keep();
        _discipline.Set(chipSeconds, (chipSeconds - unixSeconds) * Wait.MsPerSecond);
        if (implausiblePpb > 0)
        {
            _discipline.Distrust(implausiblePpb);
        }

        Status saved = SaveSetting(isJump, errorMs > 0, -errorMs / Wait.MsPerSecond);
        if (saved != Status.Ok)
        {
            return saved;
        }

        return Realign(chipSeconds);
    }

    /// <summary>
    /// Lets the chip's second begin with the host's, if it is still the same one. Where storing took so long that another
    /// one has begun, it stays as it is: set back, it would show a time before one that was seen.
    /// </summary>
    private Status Realign(long chipSeconds)
    {
        if (_chip.Read(out long nowSeconds) == ClockReading.Unreadable)
        {
            return Status.ClockUnreadable;
        }

        return nowSeconds != chipSeconds || _chip.Set(chipSeconds) ? Status.Ok : Status.ClockUnreadable;
    }

    /// <param name="seconds">New time less old; 0 where there was no old one.</param>
    private Status SaveSetting(bool isJump, bool isBackward, long seconds)
    {
        if (isJump)
        {
            _memory.CountJump(isBackward);
        }

        _store.Note(isJump ? AuditEvent.ClockJumped : AuditEvent.ClockSet, seconds);
        if (!Save())
        {
            return Status.StorageFailed;
        }

        Trim();
        return Status.Ok;
    }

    private bool Save()
    {
        if (!_store.Save())
        {
            _backup.Restore();
            return false;
        }

        _savedNewestSeconds = _memory.NewestSeconds;
        return true;
    }

    private int Temperature()
    {
        return _compensation.TryReadTemperature(out int quarterDegrees)
            ? quarterDegrees / Ds3231Compensation.StepsPerDegree
            : ClockComparison.NoTemperature;
    }

    private long UnixSecondsOf(long chipSeconds, long gainedMs) =>
        ((chipSeconds * Wait.MsPerSecond) - _memory.SetOffsetMs - gainedMs) / Wait.MsPerSecond;

    /// <summary>By how much a new time may differ and still be no jump: the bound, and a second for the way to here.</summary>
    private long ToleranceMs(long chipSeconds) => _discipline.Bound.NowMs(chipSeconds) + ClockFigures.SetUncertaintyMs;

    private static long Size(long value) => value < 0 ? -value : value;

    /// <summary>To what four bytes hold.</summary>
    private static long Limited(long milliseconds)
    {
        const long Most = 0xFFFFFFFF;
        return milliseconds < Most ? milliseconds : Most;
    }
}
