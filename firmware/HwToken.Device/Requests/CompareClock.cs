// The request to be told when the clock's next second begins, and the wait for it.
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Link;
using HwToken.Device.Time;

namespace HwToken.Device.Requests;

/// <summary>A host's wish to be told when the next second begins. It needs no owner: it reads, and changes nothing.</summary>
/// <remarks>
/// It lasts a second at most. The host that asked waits; so another request that comes meanwhile is another host's, and
/// this one is given up for it.
/// </remarks>
internal sealed class CompareClock
{
    private readonly TokenClock _clock;
    private readonly SecondEdge _edge;
    private readonly ReplySender _replies;
    private readonly CompareClockReply _reply = new();
    private int _sequence;

    public CompareClock(TokenClock clock, ReplySender replies)
    {
        _clock = clock;
        _edge = new SecondEdge(clock);
        _replies = replies;
    }

    public bool IsPending { get; private set; }

    public void Begin(int sequence, long nowMs)
    {
        _sequence = sequence;
        _edge.Begin(nowMs);
        IsPending = true;
        Step(nowMs);
    }

    /// <summary>Answers it as cancelled, if it is pending.</summary>
    /// <returns>Whether it was.</returns>
    public bool GiveUp()
    {
        if (!IsPending)
        {
            return false;
        }

        Finish(Status.Cancelled);
        return true;
    }

    /// <summary>Looks at the chip, and answers if a second has begun.</summary>
    public void Step(long nowMs)
    {
        if (!IsPending)
        {
            return;
        }

        if (_edge.TryFind(nowMs, out Status status))
        {
            long unixMs = _clock.UnixMsAt(_edge.ChipSeconds);
            _reply.UnixSeconds = unixMs / Wait.MsPerSecond;
            _reply.Milliseconds = (int)(unixMs % Wait.MsPerSecond);
            _reply.LatenessMs = _edge.LatenessMs;
            Finish(Status.Ok);
        }
        else if (status != Status.Ok)
        {
            Finish(status);
        }
    }

    /// <summary>After how many milliseconds it wants to look again, at most <paramref name="most"/>.</summary>
    public int WaitMs(int most) => IsPending ? SecondEdge.LookMs : most;

    private void Finish(Status status)
    {
        IsPending = false;
        _replies.Send(_sequence, Command.CompareClock, status, _reply);
    }
}

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
