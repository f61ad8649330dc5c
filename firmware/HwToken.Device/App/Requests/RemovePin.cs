using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.App.Requests;

/// <summary>Takes the PIN off. It must have been given just before; and a hold, since that weakens the token.</summary>
internal sealed class RemovePin : OwnerRequest
{
    private readonly PinLock _pin;
    private readonly Empty _message = new Empty();

    public RemovePin(PinLock pin)
    {
        _pin = pin;
    }

    public override Command Command
    {
        get { return Command.RemovePin; }
    }

    public override IMessage Message
    {
        get { return _message; }
    }

    public override Gesture Agreement
    {
        get { return Gesture.LongPress; }
    }

    public override Outcome Success
    {
        get { return Outcome.PinRemoved; }
    }

    public override Status Check(long nowMs)
    {
        if (!_pin.IsSet)
        {
            return Status.PinNotSet;
        }

        return _pin.WasJustGiven(nowMs) ? Status.Ok : Status.PinNotGiven;
    }

    public override void Ask(Screens screens, long nowMs)
    {
        screens.AskRemovePin();
    }

    public override bool Proceed(long nowMs)
    {
        return Finish(_pin.Remove());
    }
}
