namespace HwToken.Virtual.Chips;

/// <summary>A DS3231's crystal: how many of its own seconds have gone by.</summary>
/// <param name="time">The true time: the monotonic timestamp.</param>
/// <param name="driftPpm">How much faster it runs with an aging offset of 0.</param>
internal sealed class Ds3231Oscillator(TimeProvider time, double driftPpm)
{
    /// <summary>Typical at 25 degrees C (datasheet, "Aging Offset"); positive offsets slow it.</summary>
    private const double PpmPerStep = -0.1;

    // Since _origin its rate has been the same; before that it had made _ticks, of which _counted seconds are counted.
    private long _origin;
    private long _ticks;
    private long _counted;
    private long _last;
    private int _agingOffset;

    /// <summary>What is in force. It changes at the moment of the last <see cref="SecondsUntil"/>.</summary>
    public int AgingOffset
    {
        get => _agingOffset;
        set
        {
            if (value != _agingOffset)
            {
                _ticks = TicksUntil(_last);
                _origin = _last;
                _agingOffset = value;
            }
        }
    }

    /// <summary>A second begins, or has begun some time ago.</summary>
    public void Restart(TimeSpan ago)
    {
        _origin = _last = time.GetTimestamp();
        _ticks = ago.Ticks;
        _counted = 0;
    }

    /// <summary>Another one in the same state.</summary>
    /// <param name="newTime">What it follows; it says the same now.</param>
    public Ds3231Oscillator Copy(TimeProvider newTime) => new(newTime, driftPpm)
    {
        _origin = _origin,
        _ticks = _ticks,
        _counted = _counted,
        _last = _last,
        _agingOffset = _agingOffset,
    };

    /// <summary>Seconds that have ended since the last call.</summary>
    public long SecondsUntil(long timestamp)
    {
        _last = timestamp;
        long seconds = TicksUntil(timestamp) / TimeSpan.TicksPerSecond;
        long ended = Math.Max(0, seconds - _counted);
        _counted += ended;
        return ended;
    }

    private long TicksUntil(long timestamp)
    {
        long elapsed = time.GetElapsedTime(_origin, timestamp).Ticks;
        return _ticks + elapsed + (long)(elapsed * ((driftPpm + (PpmPerStep * _agingOffset)) / 1e6));
    }
}
