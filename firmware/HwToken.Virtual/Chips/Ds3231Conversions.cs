namespace HwToken.Virtual.Chips;

/// <summary>When a DS3231 measures the temperature: every 64 s, and whenever it is asked to.</summary>
internal sealed class Ds3231Conversions(TimeProvider time)
{
    private const int IntervalSeconds = 64;

    /// <summary>The longest (datasheet, tCONV): who waits for less would find out on some chip.</summary>
    private const int LongestMs = 200;

    /// <summary>BSY shows a conversion that was asked for after about so long.</summary>
    private const int BusyAfterMs = 2;

    private long _nextEnd;
    private long _askedAt;

    /// <summary>CONV.</summary>
    public bool IsAskedFor { get; private set; }

    /// <summary>BSY.</summary>
    public bool IsBusy => IsAskedFor && time.GetElapsedTime(_askedAt).TotalMilliseconds >= BusyAfterMs;

    public void Restart()
    {
        IsAskedFor = false;
        _nextEnd = time.GetTimestamp() + (IntervalSeconds * time.TimestampFrequency);
    }

    /// <summary>Another one in the same state.</summary>
    /// <param name="newTime">What it follows; it says the same now.</param>
    public Ds3231Conversions Copy(TimeProvider newTime) =>
        new(newTime) { _nextEnd = _nextEnd, _askedAt = _askedAt, IsAskedFor = IsAskedFor };

    public void Ask()
    {
        if (!IsAskedFor)
        {
            IsAskedFor = true;
            _askedAt = time.GetTimestamp();
        }
    }

    /// <summary>Ends the next conversion that has ended by now.</summary>
    public bool TryEnd(long now, out long endedAt)
    {
        long asked = IsAskedFor ? _askedAt + (LongestMs * time.TimestampFrequency / 1000) : long.MaxValue;
        endedAt = Math.Min(asked, _nextEnd);
        if (endedAt > now)
        {
            return false;
        }

        if (endedAt == asked)
        {
            IsAskedFor = false;
        }
        else
        {
            // Of several that have ended by now, the first has brought all there is: nothing was written in between.
            long interval = IntervalSeconds * time.TimestampFrequency;
            _nextEnd += interval * (1 + ((now - _nextEnd) / interval));
        }

        return true;
    }
}
