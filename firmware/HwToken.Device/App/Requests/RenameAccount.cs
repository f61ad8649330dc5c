using HwToken.Core.Audit;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Accounts;
using HwToken.Device.Ui;

namespace HwToken.Device.App.Requests;

/// <summary>Gives an account another name. Its place in the order stays.</summary>
internal sealed class RenameAccount : OwnerRequest
{
    private readonly AccountStore _accounts;
    private readonly Sha1 _sha1;
    private readonly RenameAccountRequest _message = new RenameAccountRequest();
    private readonly AccountRecord _record = new AccountRecord();
    private readonly byte[] _newId = new byte[Sha1.DigestLength];
    private int _index;

    public RenameAccount(AccountStore accounts, Sha1 sha1)
    {
        _accounts = accounts;
        _sha1 = sha1;
    }

    public override Command Command
    {
        get { return Command.RenameAccount; }
    }

    public override IMessage Message
    {
        get { return _message; }
    }

    public override Utf8Text Name
    {
        get { return _message.NewName; }
    }

    public override Outcome Success
    {
        get { return Outcome.AccountRenamed; }
    }

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

    public override void Ask(Screens screens, long nowMs)
    {
        screens.AskRename(_record.Entry.Name, _message.NewName);
    }

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

    public override void Clear()
    {
        _record.Clear();
    }
}
