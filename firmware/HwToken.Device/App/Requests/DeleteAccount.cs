using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Accounts;
using HwToken.Device.Ui;

namespace HwToken.Device.App.Requests;

/// <summary>Takes an account and its key off the token.</summary>
internal sealed class DeleteAccount : OwnerRequest
{
    private readonly AccountStore _accounts;
    private readonly DeleteAccountRequest _message = new DeleteAccountRequest();
    private readonly AccountRecord _record = new AccountRecord();
    private int _index;

    public DeleteAccount(AccountStore accounts)
    {
        _accounts = accounts;
    }

    public override Command Command
    {
        get { return Command.DeleteAccount; }
    }

    public override IMessage Message
    {
        get { return _message; }
    }

    public override Utf8Text Name
    {
        get { return _record.Entry.Name; }
    }

    public override Outcome Success
    {
        get { return Outcome.AccountDeleted; }
    }

    public override Status Check(long nowMs)
    {
        Status found = _accounts.Find(_message.AccountId, out _index);
        if (found != Status.Ok)
        {
            return found;
        }

        bool read = _accounts.Read(_index, _record);
        _record.Clear();
        return read ? Status.Ok : _accounts.Fault;
    }

    public override void Ask(Screens screens, long nowMs)
    {
        screens.AskDelete(Name);
    }

    public override bool Proceed(long nowMs)
    {
        return Finish(_accounts.Delete(_index, _record));
    }
}
