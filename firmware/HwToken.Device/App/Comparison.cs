using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Device.App;

/// <summary>A host's wish to be told when the next second begins. It needs no owner: it reads, and changes nothing.</summary>
/// <remarks>
/// It lasts a second at most. The host that asked waits; so another request that comes meanwhile is another host's, and
/// this one is given up for it.
/// </remarks>
internal sealed class Comparison
{
    private readonly TokenClock _clock;
    private readonly SecondEdge _edge;
    private readonly ReplySender _replies;
    private readonly CompareClockReply _reply = new CompareClockReply();
    private int _sequence;

    public Comparison(TokenClock clock, ReplySender replies)
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
            _reply.UnixSeconds = unixMs / Timing.MsPerSecond;
            _reply.Milliseconds = (int)(unixMs % Timing.MsPerSecond);
            _reply.LatenessMs = _edge.LatenessMs;
            Finish(Status.Ok);
        }
        else if (status != Status.Ok)
        {
            Finish(status);
        }
    }

    /// <summary>After how many milliseconds it wants to look again, at most <paramref name="most"/>.</summary>
    public int WaitMs(int most)
    {
        return IsPending ? SecondEdge.LookMs : most;
    }

    private void Finish(Status status)
    {
        IsPending = false;
        _replies.Send(_sequence, Command.CompareClock, status, _reply);
    }
}
