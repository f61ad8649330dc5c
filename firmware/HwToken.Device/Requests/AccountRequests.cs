// Requests that change what is stored: put, rename and delete an account, erase everything.
using HwToken.Core.Audit;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Core.Text;
using HwToken.Device.Accounts;
using HwToken.Device.Input;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.Requests;

/// <summary>Stores an account, new or in the place of the one of its name.</summary>
internal sealed class PutAccount : OwnerRequest
{
    private readonly AccountStore _accounts;
    private readonly Sha1 _sha1;
    private readonly PutAccountRequest _message = new();
    private readonly AccountRecord _record;
    private readonly AccountRecord _existing = new();
    private int _index;
    private bool _replaces;

    public PutAccount(AccountStore accounts, Sha1 sha1)
    {
        _accounts = accounts;
        _sha1 = sha1;
        _record = new AccountRecord(_message.Account, _message.Key);
    }

    public override Command Command => Command.PutAccount;

    public override IMessage Message => _message;

    public override Utf8Text Name => _record.Entry.Name;

    public override Outcome Success => Outcome.AccountStored;

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

    public override void Ask(Screens screens, long nowMs) => screens.AskPut(Name, _replaces);

    public override bool Proceed(long nowMs) =>
        Finish(_replaces ? _accounts.Replace(_index, _record, AuditEvent.AccountReplaced) : _accounts.Add(_record));

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

/// <summary>Gives an account another name. Its place in the order stays.</summary>
internal sealed class RenameAccount : OwnerRequest
{
    private readonly AccountStore _accounts;
    private readonly Sha1 _sha1;
    private readonly RenameAccountRequest _message = new();
    private readonly AccountRecord _record = new();
    private readonly byte[] _newId = new byte[Sha1.DigestLength];
    private int _index;

    public RenameAccount(AccountStore accounts, Sha1 sha1)
    {
        _accounts = accounts;
        _sha1 = sha1;
    }

    public override Command Command => Command.RenameAccount;

    public override IMessage Message => _message;

    public override Utf8Text Name => _message.NewName;

    public override Outcome Success => Outcome.AccountRenamed;

    public override Status Check(long nowMs)
    {
        if (_message.NewName.Length == 0 || !_message.NewName.IsPrintable)
        {
            return Status.NameInvalid;
        }

        AccountId.Compute(_sha1, _message.NewName, _newId);
        Status taken = _accounts.Find(_newId, out _);
        Status found = _accounts.Find(_message.AccountId, out _index);
        if (found != Status.Ok)
        {
            return found;
        }

        if (taken != Status.NoSuchAccount)
        {
            return taken == Status.Ok ? Status.AccountExists : taken;
        }

        if (!_accounts.Read(_index, _record))
        {
            return _accounts.Fault;
        }

        _record.Clear();
        return Status.Ok;
    }

    public override void Ask(Screens screens, long nowMs) => screens.AskRename(_record.Entry.Name, _message.NewName);

    public override bool Proceed(long nowMs)
    {
        if (!_accounts.Read(_index, _record))
        {
            return Finish(_accounts.Fault);
        }

        System.Array.Copy(_newId, _record.Id, AccountId.Length);
        _record.Entry.Name.TrySet(_message.NewName.Bytes, _message.NewName.Length);
        return Finish(_accounts.Replace(_index, _record, AuditEvent.AccountRenamed));
    }

    public override void Clear() => _record.Clear();
}

/// <summary>Takes an account and its key off the token.</summary>
internal sealed class DeleteAccount : OwnerRequest
{
    private readonly AccountStore _accounts;
    private readonly DeleteAccountRequest _message = new();
    private readonly AccountRecord _record = new();
    private int _index;

    public DeleteAccount(AccountStore accounts)
    {
        _accounts = accounts;
    }

    public override Command Command => Command.DeleteAccount;

    public override IMessage Message => _message;

    public override Utf8Text Name => _record.Entry.Name;

    public override Outcome Success => Outcome.AccountDeleted;

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

    public override void Ask(Screens screens, long nowMs) => screens.AskDelete(Name);

    public override bool Proceed(long nowMs) => Finish(_accounts.Delete(_index, _record));
}

/// <summary>Forgets every account and setting. It takes a hold: a short press, out of habit, declines.</summary>
internal sealed class Wipe : OwnerRequest
{
    private readonly TokenVault _vault;
    private readonly Empty _message = new();

    public Wipe(TokenVault vault)
    {
        _vault = vault;
    }

    public override Command Command => Command.Wipe;

    public override IMessage Message => _message;

    public override Gesture Agreement => Gesture.LongPress;

    public override Outcome Success => Outcome.Wiped;

    public override Status Check(long nowMs) => Status.Ok;

    public override void Ask(Screens screens, long nowMs) => screens.AskWipe();

    public override bool Proceed(long nowMs) => Finish(_vault.Wipe() ? Status.Ok : Status.StorageFailed);
}
