using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.App.Requests;

/// <summary>Seals the token for the safe. It takes a hold: a press by habit seals nothing.</summary>
internal sealed class Seal : OwnerRequest
{
    private readonly TokenVault _vault;
    private readonly TokenSeal _seal;
    private readonly TokenClock _clock;
    private readonly SealRequest _message = new SealRequest();
    private readonly SealState _reply = new SealState();

    public Seal(TokenVault vault, TokenSeal seal, TokenClock clock)
    {
        _vault = vault;
        _seal = seal;
        _clock = clock;
    }

    public override Command Command
    {
        get { return Command.Seal; }
    }

    public override IMessage Message
    {
        get { return _message; }
    }

    public override Gesture Agreement
    {
        get { return Gesture.LongPress; }
    }

    public override IMessage Reply
    {
        get { return _reply; }
    }

    public override Outcome Success
    {
        get { return Outcome.Sealed; }
    }

    public override Status Check(long nowMs)
    {
        if (_vault.Accounts.Count == 0)
        {
            return Status.NothingToSeal;
        }

        return TokenClock.Refusal(_clock.Read(out _));
    }

    public override void Ask(Screens screens, long nowMs)
    {
        _clock.Read(out long unixSeconds);
        screens.AskSeal(_message.Number, unixSeconds);
    }

    public override bool Proceed(long nowMs)
    {
        Status clock = TokenClock.Refusal(_clock.Read(out long unixSeconds));
        if (clock != Status.Ok)
        {
            return Finish(clock);
        }

        Status closed = _seal.Close(_message.Number, unixSeconds);
        _seal.Report(_reply);
        return Finish(closed);
    }
}
