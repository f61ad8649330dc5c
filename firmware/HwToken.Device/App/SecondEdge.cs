using HwToken.Core.Protocol;

namespace HwToken.Device.App;

/// <summary>Waits for the moment when the clock chip's second changes, by looking at it again and again.</summary>
public sealed class SecondEdge
{
    /// <summary>How soon to look again.</summary>
    public const int LookMs = 1;

    /// <summary>A second, and what a chip may be slow and a look late.</summary>
    public const int LongestMs = 1100;

    private const long NotLooked = -1;

    private readonly TokenClock _clock;
    private long _beganMs;
    private long _lastLookMs;
    private long _lastSeconds;

    public SecondEdge(TokenClock clock)
    {
        _clock = clock;
    }

    /// <summary>The second that has begun, by the chip's own count; once <see cref="TryFind"/> found it.</summary>
    public long ChipSeconds { get; private set; }

    /// <summary>How long ago it may have begun, at most: since the look before.</summary>
    public int LatenessMs { get; private set; }

    public void Begin(long nowMs)
    {
        _beganMs = nowMs;
        _lastSeconds = NotLooked;
    }

    /// <summary>Looks once.</summary>
    /// <param name="status">Ok, or why it is no use to go on looking: the clock does not run, or does not count.</param>
    /// <returns>True if a second has begun since the last look.</returns>
    public bool TryFind(long nowMs, out Status status)
    {
        status = TokenClock.Refusal(_clock.ReadChip(out long seconds));
        if (status != Status.Ok)
        {
            return false;
        }

        bool found = _lastSeconds != NotLooked && seconds == _lastSeconds + 1;
        ChipSeconds = seconds;
        LatenessMs = (int)(nowMs - _lastLookMs);
        _lastSeconds = seconds;
        _lastLookMs = nowMs;
        if (!found && nowMs - _beganMs > LongestMs)
        {
            status = Status.ClockUnreadable;
        }

        return found;
    }
}
