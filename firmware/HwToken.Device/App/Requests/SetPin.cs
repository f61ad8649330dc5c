using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.App.PinEntry;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.App.Requests;

/// <summary>Lets a host enter a new PIN, after a press. A PIN that is there must have been given just before.</summary>
internal sealed class SetPin : OwnerRequest
{
    private readonly PinLock _pin;
    private readonly LetterEntry _letters;
    private readonly SetPinRequest _message = new SetPinRequest();
    private readonly LettersReply _reply = new LettersReply();

    public SetPin(PinLock pin, LetterEntry letters)
    {
        _pin = pin;
        _letters = letters;
        _reply.Seconds = Timing.LettersSeconds;
    }

    public override Command Command
    {
        get { return Command.SetPin; }
    }

    public override IMessage Message
    {
        get { return _message; }
    }

    public override IMessage Reply
    {
        get { return _reply; }
    }

    public override bool HandsScreenOver
    {
        get { return true; }
    }

    public override Outcome Success
    {
        get { return Outcome.PinSet; }
    }

    public override Status Check(long nowMs)
    {
        if (_message.MaxTries < Limits.MinPinTries || _message.MaxTries > Limits.MaxPinTries)
        {
            return Status.ParameterInvalid;
        }

        return _pin.IsWanted(nowMs) ? Status.PinNotGiven : Status.Ok;
    }

    public override void Ask(Screens screens, long nowMs)
    {
        screens.AskSetPin(_pin.IsSet, _message.MaxTries, _message.Erases);
    }

    public override bool Proceed(long nowMs)
    {
        _letters.OpenToSet(_message.MaxTries, _message.Erases, nowMs);
        return Finish(Status.Ok);
    }
}
