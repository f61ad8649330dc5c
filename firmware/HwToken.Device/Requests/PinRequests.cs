// Requests about the PIN.
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Input;
using HwToken.Device.PinEntry;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.Requests;

/// <summary>
/// Lets a host enter the PIN, after a press: without one, a program on the host could use up the tries while nobody
/// looks. On an open token it shows that the owner is here.
/// </summary>
internal sealed class Unlock : OwnerRequest
{
    private readonly PinLock _pin;
    private readonly LetterEntry _letters;
    private readonly PinFields _fields;
    private readonly Empty _message = new();
    private readonly LettersReply _reply = new();

    public Unlock(PinLock pin, LetterEntry letters)
    {
        _pin = pin;
        _letters = letters;
        _fields = new PinFields(pin);
        _reply.Seconds = Timing.LettersSeconds;
    }

    public override Command Command => Command.Unlock;

    public override IMessage Message => _message;

    public override IMessage Reply => _reply;

    public override bool HandsScreenOver => true;

    public override Outcome Success => Outcome.PinGiven;

    public override Status Check(long nowMs) => _pin.CheckTry(nowMs);

    public override void Ask(Screens screens, long nowMs) => screens.AskUnlock();

    public override bool Proceed(long nowMs)
    {
        _letters.OpenToCheck(nowMs);
        return Finish(Status.Ok);
    }

    public override IMessage FieldsOf(Status status, long nowMs) =>
        status == Status.Ok ? _reply : _fields.Of(status, nowMs);
}

/// <summary>Lets a host enter a new PIN, after a press. A PIN that is there must have been given just before.</summary>
internal sealed class SetPin : OwnerRequest
{
    private readonly PinLock _pin;
    private readonly LetterEntry _letters;
    private readonly SetPinRequest _message = new();
    private readonly LettersReply _reply = new();

    public SetPin(PinLock pin, LetterEntry letters)
    {
        _pin = pin;
        _letters = letters;
        _reply.Seconds = Timing.LettersSeconds;
    }

    public override Command Command => Command.SetPin;

    public override IMessage Message => _message;

    public override IMessage Reply => _reply;

    public override bool HandsScreenOver => true;

    public override Outcome Success => Outcome.PinSet;

    public override Status Check(long nowMs)
    {
        if (_message.MaxTries < Limits.MinPinTries || _message.MaxTries > Limits.MaxPinTries)
        {
            return Status.ParameterInvalid;
        }

        return _pin.IsWanted(nowMs) ? Status.PinNotGiven : Status.Ok;
    }

    public override void Ask(Screens screens, long nowMs) =>
        screens.AskSetPin(_pin.IsSet, _message.MaxTries, _message.Erases);

    public override bool Proceed(long nowMs)
    {
        _letters.OpenToSet(_message.MaxTries, _message.Erases, nowMs);
        return Finish(Status.Ok);
    }
}

/// <summary>Takes the PIN off. It must have been given just before; and a hold, since that weakens the token.</summary>
internal sealed class RemovePin : OwnerRequest
{
    private readonly PinLock _pin;
    private readonly Empty _message = new();

    public RemovePin(PinLock pin)
    {
        _pin = pin;
    }

    public override Command Command => Command.RemovePin;

    public override IMessage Message => _message;

    public override Gesture Agreement => Gesture.LongPress;

    public override Outcome Success => Outcome.PinRemoved;

    public override Status Check(long nowMs)
    {
        if (!_pin.IsSet)
        {
            return Status.PinNotSet;
        }

        return _pin.WasJustGiven(nowMs) ? Status.Ok : Status.PinNotGiven;
    }

    public override void Ask(Screens screens, long nowMs) => screens.AskRemovePin();

    public override bool Proceed(long nowMs) => Finish(_pin.Remove());
}
