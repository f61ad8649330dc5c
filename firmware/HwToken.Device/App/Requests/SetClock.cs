using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.App.Requests;

/// <summary>Sets the clock to the host's time, on the edge of a second: the chip's second begins anew then.</summary>
internal sealed class SetClock : OwnerRequest
{
    private readonly TokenClock _clock;
    private readonly PinLock _pin;
    private readonly SetClockRequest _message = new SetClockRequest();
    private readonly ClockReply _reply = new ClockReply();
    private readonly HostTime _host = new HostTime();
    private bool _isJump;

    public SetClock(TokenClock clock, PinLock pin)
    {
        _clock = clock;
        _pin = pin;
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

    public override Gesture Agreement
    {
        get { return _isJump ? Gesture.LongPress : Gesture.ShortPress; }
    }

    public override Outcome Success
    {
        get { return Outcome.ClockSet; }
    }

    public override Status Check(long nowMs)
    {
        if (!TokenClock.CanHold(_message.UnixSeconds) || _message.Milliseconds >= Timing.MsPerSecond)
        {
            return Status.TimeInvalid;
        }

        _host.Receive(_message.UnixSeconds, _message.Milliseconds, nowMs);
        _isJump = _clock.IsJump(_host.UnixMs(nowMs));
        return _pin.IsWanted(nowMs) ? Status.PinNotGiven : Status.Ok;
    }

    public override void Ask(Screens screens, long nowMs)
    {
        ClockState state = _clock.Read(out long oldUnixSeconds);
        screens.AskSetClock(state, oldUnixSeconds, _host.UnixSeconds(nowMs), _isJump);
    }

    public override bool Proceed(long nowMs)
    {
        if (!_host.IsAtEdge(nowMs))
        {
            WaitMs = _host.WaitMs;
            return false;
        }

        Status set = _clock.Set(_host.UnixSeconds(nowMs));
        _clock.Report(_reply);
        return Finish(set);
    }
}
