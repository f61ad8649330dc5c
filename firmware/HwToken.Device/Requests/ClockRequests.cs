// Requests that set the clock, and the host's time that they bring.
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Input;
using HwToken.Device.Time;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.Requests;

/// <summary>Sets the clock to the host's time, on the edge of a second: the chip's second restarts then.</summary>
internal sealed class SetClock : OwnerRequest
{
    private readonly TokenClock _clock;
    private readonly PinLock _pin;
    private readonly SetClockRequest _message = new();
    private readonly ClockReply _reply = new();
    private readonly HostTime _host = new();
    private bool _isJump;

    public SetClock(TokenClock clock, PinLock pin)
    {
        _clock = clock;
        _pin = pin;
    }

    public override Command Command => Command.SetClock;

    public override IMessage Message => _message;

    public override IMessage Reply => _reply;

    public override Gesture Agreement => _isJump ? Gesture.LongPress : Gesture.ShortPress;

    public override Outcome Success => Outcome.ClockSet;

    public override Status Check(long nowMs)
    {
        if (!TokenClock.CanHold(_message.UnixSeconds) || _message.Milliseconds >= Wait.MsPerSecond)
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

/// <summary>Takes out of the clock what a comparison has found: at once if it is little, else if the owner agrees.</summary>
internal sealed class AdjustClock : OwnerRequest
{
    /// <summary>The time in the request against its offset: the way to the token, and the token's whole seconds.</summary>
    private const int MaxContradictionMs = 2000;

    private readonly TokenClock _clock;
    private readonly PinLock _pin;
    private readonly AdjustClockRequest _message = new();
    private readonly ClockReply _reply = new();
    private readonly HostTime _host = new();
    private bool _isSilent;

    public AdjustClock(TokenClock clock, PinLock pin)
    {
        _clock = clock;
        _pin = pin;
    }

    public override Command Command => Command.AdjustClock;

    public override IMessage Message => _message;

    public override IMessage Reply => _reply;

    public override bool NeedsOwner => !_isSilent;

    public override Gesture Agreement => Gesture.LongPress;

    public override Outcome Success => Outcome.ClockSet;

    public override Status Check(long nowMs)
    {
        if (!TokenClock.CanHold(_message.UnixSeconds) || _message.Milliseconds >= Wait.MsPerSecond)
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

/// <summary>A time that came with a request, carried on by the monotonic tick while the owner is asked.</summary>
internal sealed class HostTime
{
    private const long NotChosen = -1;

    private long _unixMs;
    private long _receivedMs;
    private long _edgeMs = NotChosen;

    /// <summary>After how many milliseconds the edge is reached that <see cref="IsAtEdge"/> waits for.</summary>
    public int WaitMs { get; private set; }

    public void Receive(long unixSeconds, int milliseconds, long nowMs)
    {
        _unixMs = (unixSeconds * Wait.MsPerSecond) + milliseconds;
        _receivedMs = nowMs;
        _edgeMs = NotChosen;
    }

    /// <summary>Milliseconds since 1970-01-01T00:00:00Z.</summary>
    public long UnixMs(long nowMs) => _unixMs + (nowMs - _receivedMs);

    public long UnixSeconds(long nowMs) => UnixMs(nowMs) / Wait.MsPerSecond;

    /// <summary>Whether the host's next second has begun, since this was asked for the first time.</summary>
    public bool IsAtEdge(long nowMs)
    {
        if (_edgeMs == NotChosen)
        {
            _edgeMs = nowMs + ((Wait.MsPerSecond - (UnixMs(nowMs) % Wait.MsPerSecond)) % Wait.MsPerSecond);
        }

        WaitMs = nowMs < _edgeMs ? (int)(_edgeMs - nowMs) : 0;
        return nowMs >= _edgeMs;
    }
}
