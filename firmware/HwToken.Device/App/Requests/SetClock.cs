using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;

namespace HwToken.Device.App.Requests;

/// <summary>Sets the clock to the host's time, on the edge of a second: the chip counts from the write on.</summary>
internal sealed class SetClock : OwnerRequest
{
    private const long NotChosen = -1;

    private readonly TokenClock _clock;
    private readonly SetClockRequest _message = new SetClockRequest();
    private readonly ClockReply _reply = new ClockReply();
    private long _receivedMs;
    private long _edgeMs = NotChosen;

    public SetClock(TokenClock clock)
    {
        _clock = clock;
    }

    public override Command Command
    {
        get { return Command.SetClock; }
    }

    public override IMessage Message
    {
        get { return _message; }
    }

    public override IMessage Reply
    {
        get { return _reply; }
    }

    public override Outcome Success
    {
        get { return Outcome.ClockSet; }
    }

    public override Status Check(long nowMs)
    {
        _receivedMs = nowMs;
        _edgeMs = NotChosen;
        bool valid = TokenClock.CanHold(_message.UnixSeconds) && _message.Milliseconds < Timing.MsPerSecond;
        return valid ? Status.Ok : Status.TimeInvalid;
    }

    public override void Ask(Screens screens, long nowMs)
    {
        ClockState state = _clock.Read(out long oldUnixSeconds);
        screens.AskSetClock(state, oldUnixSeconds, UnixMs(nowMs) / Timing.MsPerSecond);
    }

    public override bool Proceed(long nowMs)
    {
        long unixMs = UnixMs(nowMs);
        if (_edgeMs == NotChosen)
        {
            _edgeMs = nowMs + ((Timing.MsPerSecond - (unixMs % Timing.MsPerSecond)) % Timing.MsPerSecond);
        }

        if (nowMs < _edgeMs)
        {
            WaitMs = (int)(_edgeMs - nowMs);
            return false;
        }

        Status set = _clock.Set(unixMs / Timing.MsPerSecond);
        _clock.Report(_reply);
        return Finish(set);
    }

    /// <summary>The host's time, carried on by the monotonic tick while the owner is asked.</summary>
    private long UnixMs(long nowMs)
    {
        return (_message.UnixSeconds * Timing.MsPerSecond) + _message.Milliseconds + (nowMs - _receivedMs);
    }
}
