using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.App.Requests;

/// <summary>Forgets every account and setting. It takes a hold: a short press, out of habit, declines.</summary>
internal sealed class Wipe : OwnerRequest
{
    private readonly TokenVault _vault;
    private readonly Empty _message = new Empty();

    public Wipe(TokenVault vault)
    {
        _vault = vault;
    }

    public override Command Command
    {
        get { return Command.Wipe; }
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
        get { return Outcome.Wiped; }
    }

    public override Status Check(long nowMs)
    {
        return Status.Ok;
    }

    public override void Ask(Screens screens, long nowMs)
    {
        screens.AskWipe();
    }

    public override bool Proceed(long nowMs)
    {
        return Finish(_vault.Wipe() ? Status.Ok : Status.StorageFailed);
    }
}
