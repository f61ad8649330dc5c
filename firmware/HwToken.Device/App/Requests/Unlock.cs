using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.App.PinEntry;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.App.Requests;

/// <summary>
/// Lets a host enter the PIN, after a press: without one, a program on the host could use up the tries while nobody
/// looks. On an open token it shows that the owner is here.
/// </summary>
internal sealed class Unlock : OwnerRequest
{
    private readonly PinLock _pin;
    private readonly LetterEntry _letters;
    private readonly PinFields _fields;
    private readonly Empty _message = new Empty();
    private readonly LettersReply _reply = new LettersReply();

    public Unlock(PinLock pin, LetterEntry letters)
    {
        _pin = pin;
        _letters = letters;
        _fields = new PinFields(pin);
        _reply.Seconds = Timing.LettersSeconds;
    }

    public override Command Command
    {
        get { return Command.Unlock; }
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
        get { return Outcome.PinGiven; }
    }

    public override Status Check(long nowMs)
    {
        return _pin.CheckTry(nowMs);
    }

    public override void Ask(Screens screens, long nowMs)
    {
        screens.AskUnlock();
    }

    public override bool Proceed(long nowMs)
    {
        _letters.OpenToCheck(nowMs);
        return Finish(Status.Ok);
    }

    public override IMessage FieldsOf(Status status, long nowMs)
    {
        return status == Status.Ok ? _reply : _fields.Of(status, nowMs);
    }
}
