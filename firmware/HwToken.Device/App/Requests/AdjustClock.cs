using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.App.Requests;

/// <summary>Takes out of the clock what a comparison has found: at once if it is little, else if the owner agrees.</summary>
internal sealed class AdjustClock : OwnerRequest
{
    /// <summary>The time in the request against its offset: the way to the token, and the token's whole seconds.</summary>
    private const int MaxContradictionMs = 2000;

    private readonly TokenClock _clock;
    private readonly PinLock _pin;
    private readonly AdjustClockRequest _message = new AdjustClockRequest();
    private readonly ClockReply _reply = new ClockReply();
    private readonly HostTime _host = new HostTime();
    private bool _isSilent;

    public AdjustClock(TokenClock clock, PinLock pin)
    {
        _clock = clock;
        _pin = pin;
    }

    public override Command Command
    {
        get { return Command.AdjustClock; }
    }

    public override IMessage Message
    {
        get { return _message; }
    }

    public override IMessage Reply
    {
        get { return _reply; }
    }

    public override bool NeedsOwner
    {
        get { return !_isSilent; }
    }

    public override Gesture Agreement
    {
        get { return Gesture.LongPress; }
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

        if (_message.UncertaintyMs < 1 || _message.UncertaintyMs > AdjustClockRequest.MaxUncertaintyMs)
        {
            return Status.ParameterInvalid;
        }

        Status clock = TokenClock.Refusal(_clock.ReadChip(out long chipSeconds));
        if (clock != Status.Ok)
        {
            return clock;
        }

        _host.Receive(_message.UnixSeconds, _message.Milliseconds, nowMs);

        // What the owner would be shown, and what would be done, must be the same.
        long contradiction = _clock.UnixMsAt(chipSeconds) - _host.UnixMs(nowMs) - _message.OffsetMs;
        if (contradiction > MaxContradictionMs || contradiction < -MaxContradictionMs)
        {
            return Status.ParameterInvalid;
        }

        _isSilent = _clock.IsSilent(chipSeconds, _message.OffsetMs, _message.UncertaintyMs);
        return !_isSilent && _pin.IsWanted(nowMs) ? Status.PinNotGiven : Status.Ok;
    }

    public override void Ask(Screens screens, long nowMs)
    {
        ClockState state = _clock.Read(out long oldUnixSeconds);
        screens.AskSetClock(state, oldUnixSeconds, _host.UnixSeconds(nowMs), true);
    }

    public override bool Proceed(long nowMs)
    {
        if (!_isSilent && !_host.IsAtEdge(nowMs))
        {
            WaitMs = _host.WaitMs;
            return false;
        }

        Status status = _isSilent
            ? _clock.Correct(_message.OffsetMs, _message.UncertaintyMs)
            : _clock.Set(_host.UnixSeconds(nowMs));
        _clock.Report(_reply);
        return Finish(status);
    }
}
