using HwToken.Core.Audit;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Accounts;
using HwToken.Device.Ui;

namespace HwToken.Device.App.Requests;

/// <summary>Stores an account, new or in the place of the one of its name.</summary>
internal sealed class PutAccount : OwnerRequest
{
    private readonly AccountStore _accounts;
    private readonly Sha1 _sha1;
    private readonly PutAccountRequest _message = new PutAccountRequest();
    private readonly AccountRecord _record;
    private readonly AccountRecord _existing = new AccountRecord();
    private int _index;
    private bool _replaces;

    public PutAccount(AccountStore accounts, Sha1 sha1)
    {
        _accounts = accounts;
        _sha1 = sha1;
        _record = new AccountRecord(_message.Account, _message.Key);
    }

    public override Command Command
    {
        get { return Command.PutAccount; }
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
        get { return Outcome.AccountStored; }
    }

    public override Status Check(long nowMs)
    {
        Status entry = _record.Entry.Check();
        if (entry != Status.Ok)
        {
            return entry;
        }

        _record.KeyLength = _message.KeyLength;
        if (_record.KeyLength < 1)
        {
            return Status.KeyInvalid;
        }

        AccountId.Compute(_sha1, Name, _record.Id);
        Status found = _accounts.Find(_record.Id, out _index);
        _replaces = found == Status.Ok;
        if (_replaces)
        {
            return CheckExisting();
        }

        if (found == Status.NoSuchAccount)
        {
            return _accounts.Count < Limits.Accounts ? Status.Ok : Status.AccountsFull;
        }

        return found;
    }

    public override void Ask(Screens screens, long nowMs)
    {
        screens.AskPut(Name, _replaces);
    }

    public override bool Proceed(long nowMs)
    {
        return Finish(_replaces ? _accounts.Replace(_index, _record, AuditEvent.AccountReplaced) : _accounts.Add(_record));
    }

    public override void Clear()
    {
        _message.Clear();
        _record.Clear();
    }

    private Status CheckExisting()
    {
        if (!_accounts.Read(_index, _existing))
        {
            return _accounts.Fault;
        }

        // Ids are 64 bits of SHA-1: two names with the same one can be made, and must not replace each other unseen.
        _existing.Clear();
        return _message.Replace && _existing.Entry.Name.SameAs(Name) ? Status.Ok : Status.AccountExists;
    }
}
