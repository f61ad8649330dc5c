// Requests that are answered without asking the owner.
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Accounts;
using HwToken.Device.Ports;
using HwToken.Device.Time;
using HwToken.Device.Vault;

namespace HwToken.Device.Requests;

/// <summary>What the token tells without asking its owner: about itself, its clock, and the names of its accounts.</summary>
internal sealed class Answers
{
    private readonly Board _board;
    private readonly TokenVault _vault;
    private readonly AccountStore _accounts;
    private readonly TokenClock _clock;
    private readonly PinLock _pin;
    private readonly AccountRecord _account = new();
    private readonly Empty _empty = new();
    private readonly ListAccountsRequest _listRequest = new();
    private readonly HelloReply _hello = new();
    private readonly InfoReply _info = new();
    private readonly ListAccountsReply _list = new();
    private readonly ListComparisonsReply _comparisons = new();
    private readonly ClockReply _clockReply = new();
    private readonly TokenSeal _seal;
    private readonly AuditPages _audit;

    public Answers(
        Board board, TokenVault vault, AccountStore accounts, TokenClock clock, PinLock pin, TokenSeal seal)
    {
        _pin = pin;
        _seal = seal;
        _audit = new AuditPages(vault.State.Log);
        _board = board;
        _vault = vault;
        _accounts = accounts;
        _clock = clock;
        _info.FirmwareMajor = FirmwareVersion.Major;
        _info.FirmwareMinor = FirmwareVersion.Minor;
        _info.FirmwarePatch = FirmwareVersion.Patch;
        _info.AccountCapacity = Limits.Accounts;
        _info.Board.TrySet(board.Name);
        _info.HasHealth = true;
        _info.Health.Radio = board.Radio;
        if (board.LastFault != null)
        {
            _info.Health.LastFault.TrySet(board.LastFault);
        }
    }

    /// <summary>Reads a request's fields and fills in the reply.</summary>
    /// <param name="command">Hello, Info, ListAccounts, GetClock, ListComparisons or ReadAudit.</param>
    /// <param name="state">The token's.</param>
    /// <param name="reply">The fields after Ok.</param>
    public Status Answer(Command command, PayloadReader payload, TokenState state, out IMessage reply)
    {
        IMessage request = _empty;
        if (command == Command.ListAccounts)
        {
            request = _listRequest;
        }
        else if (command == Command.ReadAudit)
        {
            request = _audit.Request;
        }

        reply = null;
        request.Read(payload);
        if (!payload.Complete)
        {
            return Status.Malformed;
        }

        switch (command)
        {
            case Command.Hello:
                reply = FillHello(state);
                return Status.Ok;

            case Command.Info:
                reply = FillInfo();
                return Status.Ok;

            case Command.GetClock:
                _clock.Report(_clockReply);
                reply = _clockReply;
                return Status.Ok;

            case Command.ListComparisons:
                _clock.Report(_comparisons);
                reply = _comparisons;
                return Status.Ok;

            case Command.ReadAudit:
                reply = _audit.Fill();
                return Status.Ok;

            default:
                Status listed = FillList();
                reply = listed == Status.Ok ? _list : null;
                return listed;
        }
    }

    private HelloReply FillHello(TokenState state)
    {
        _hello.State = state;
        System.Array.Copy(_vault.State.Identity.Serial, _hello.Serial, Limits.SerialLength);
        return _hello;
    }

    private InfoReply FillInfo()
    {
        _info.Accounts = _vault.IsLocked ? 0 : _accounts.Count;
        _info.BatteryMillivolts = _board.Power.BatteryMillivolts;
        _info.ExternalPower = _board.Power.ExternalPower;
        _clock.Report(_info.Clock);
        _pin.Report(_info.Pin);
        _seal.Report(_info.Seal);
        _info.Health.FreeHeapBytes = _board.Heap == null ? 0 : _board.Heap.FreeBytes;
        return _info;
    }

    private Status FillList()
    {
        int total = _accounts.Count;
        int count = 0;
        for (int i = _listRequest.Start; i < total && count < ListAccountsReply.MaxEntries; i++)
        {
            if (!_accounts.Read(i, _account))
            {
                return _vault.Fault;
            }

            _account.Clear();
            AccountEntry from = _account.Entry;
            AccountEntry to = _list.Entries[count++];
            to.Algorithm = from.Algorithm;
            to.Digits = from.Digits;
            to.Period = from.Period;
            to.Name.TrySet(from.Name.Bytes, from.Name.Length);
        }

        _list.Total = total;
        _list.Count = count;
        return Status.Ok;
    }
}

/// <summary>The audit log, as many entries at a time as a frame takes. There is nothing secret in it.</summary>
internal sealed class AuditPages
{
    private readonly AuditLog _log;
    private readonly ReadAuditReply _reply = new();
    private readonly PayloadWriter _writer;

    public AuditPages(AuditLog log)
    {
        _log = log;
        _writer = new PayloadWriter(_reply.Entries);
    }

    /// <summary>To be read from the frame before <see cref="Fill"/>.</summary>
    public ReadAuditRequest Request { get; } = new();

    public ReadAuditReply Fill()
    {
        long oldest = _log.Total - _log.Count;
        long start = Request.Start > oldest ? Request.Start : oldest;
        long left = _log.Total - start;
        if (left < 0)
        {
            left = 0;
        }

        _reply.Total = _log.Total;
        _reply.Oldest = oldest;
        System.Array.Copy(_log.BaseLink, _reply.BaseLink, _reply.BaseLink.Length);
        _reply.Count = left < ReadAuditReply.MaxEntries ? (int)left : ReadAuditReply.MaxEntries;
        _writer.Position = 0;
        if (_reply.Count > 0)
        {
            _log.WriteEntries(_writer, (int)(start - oldest), _reply.Count);
        }

        return _reply;
    }
}
