using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Accounts;
using HwToken.Device.Ui;

namespace HwToken.Device.App.Requests;

/// <summary>Takes an account and its key off the token.</summary>
internal sealed class DeleteAccount : OwnerRequest
{
    private readonly TokenStore _store;
    private readonly DeleteAccountRequest _message = new DeleteAccountRequest();
    private readonly AccountRecord _record = new AccountRecord();
    private int _index;

    public DeleteAccount(TokenStore store)
    {
        _store = store;
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
        Status found = _store.Accounts.Find(_message.AccountId, out _index);
        if (found != Status.Ok)
        {
            return found;
        }

        bool read = _store.Accounts.Read(_index, _record);
        _record.Clear();
        return read ? Status.Ok : Status.StorageFailed;
    }

    public override void Ask(Screens screens, long nowMs)
    {
        screens.AskDelete(Name);
    }

    public override bool Proceed(long nowMs)
    {
        Status deleted = _store.Accounts.Delete(_index);
        if (deleted == Status.Ok && _index < _store.Settings.CurrentAccount)
        {
            // The current account has moved up by one place.
            _store.Settings.CurrentAccount--;
        }

        return Finish(deleted);
    }
}
