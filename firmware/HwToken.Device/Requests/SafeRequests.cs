// Requests for a token in a safe: the seal and the yearly drill.
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Accounts;
using HwToken.Device.Input;
using HwToken.Device.Ports;
using HwToken.Device.Power;
using HwToken.Device.Time;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.Requests;

/// <summary>Seals the token for the safe. It takes a hold: a press by habit seals nothing.</summary>
internal sealed class Seal : OwnerRequest
{
    private readonly AccountStore _accounts;
    private readonly TokenSeal _seal;
    private readonly TokenClock _clock;
    private readonly SealRequest _message = new();
    private readonly SealState _reply = new();

    public Seal(AccountStore accounts, TokenSeal seal, TokenClock clock)
    {
        _accounts = accounts;
        _seal = seal;
        _clock = clock;
    }

    public override Command Command => Command.Seal;

    public override IMessage Message => _message;

    public override Gesture Agreement => Gesture.LongPress;

    public override IMessage Reply => _reply;

    public override Outcome Success => Outcome.Sealed;

    public override Status Check(long nowMs)
    {
        if (_accounts.Count == 0)
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

/// <summary>
/// The yearly check: both copies of all that is stored, the clock, and a code of every account, which is computed and
/// thrown away. What it finds is the answer, also where it is not good. A seal stays whole.
/// </summary>
internal sealed class Drill : OwnerRequest
{
    /// <summary>One account at a time, so that the button and the link are not left waiting.</summary>
    private const int SoonMs = 1;

    private readonly TokenVault _vault;
    private readonly AccountStore _accounts;
    private readonly TokenSeal _seal;
    private readonly TokenClock _clock;
    private readonly CodeMaker _codes;
    private readonly IPower _power;
    private readonly DrillRequest _message = new();
    private readonly DrillReply _reply = new();
    private readonly AccountRecord _record = new();
    private readonly BatteryLevel _battery = new();
    private long _receivedMs;
    private bool _hasBegun;
    private int _next;

    public Drill(
        TokenVault vault, AccountStore accounts, TokenSeal seal, TokenClock clock, CodeMaker codes, IPower power)
    {
        _vault = vault;
        _accounts = accounts;
        _seal = seal;
        _clock = clock;
        _codes = codes;
        _power = power;
    }

    public override Command Command => Command.Drill;

    public override IMessage Message => _message;

    public override IMessage Reply => _reply;

    public override Outcome Success => _reply.IsRecorded ? Outcome.DrillPassed : Outcome.DrillFailed;

    public override Status Check(long nowMs)
    {
        _receivedMs = nowMs;
        _hasBegun = false;
        return TokenClock.CanHold(_message.UnixSeconds) ? Status.Ok : Status.TimeInvalid;
    }

    public override void Ask(Screens screens, long nowMs) => screens.AskDrill();

    public override bool Proceed(long nowMs)
    {
        WaitMs = SoonMs;
        if (!_hasBegun)
        {
            Begin();
            return false;
        }

        if (_next < _reply.Accounts)
        {
            CheckAccount();
            return false;
        }

        return Finish(Conclude(nowMs));
    }

    public override void Clear() => _record.Clear();

    private void Begin()
    {
        _hasBegun = true;
        _next = 0;
        _reply.Accounts = _accounts.Count;
        _reply.GoodAccounts = 0;
        _reply.IsRecorded = false;
        _reply.IsStorageWhole = _vault.AreBothCopiesGood() && _accounts.AreBothCopiesGood();
    }

    private void CheckAccount()
    {
        if (_accounts.Read(_next, _record))
        {
            // Of which time step does not matter, and a clock that has stopped is told of by itself.
            _clock.Read(out long unixSeconds);
            _codes.Compute(_record, _codes.TimeStep(_record.Entry, unixSeconds));
            _reply.GoodAccounts++;
        }

        _next++;
    }

    /// <summary>Writes the drill down if there was nothing to complain of: a bad one is to be done again.</summary>
    private Status Conclude(long nowMs)
    {
        ReportPower();
        ClockState clock = _clock.Read(out long unixSeconds);
        long hostUnixSeconds = _message.UnixSeconds + ((nowMs - _receivedMs) / Wait.MsPerSecond);
        long secondsOff = unixSeconds - hostUnixSeconds;
        bool isOnTime = clock == ClockState.Running
            && secondsOff <= DrillRequest.MostSecondsOff && secondsOff >= -DrillRequest.MostSecondsOff;
        bool isWhole = _reply.IsStorageWhole && _reply.GoodAccounts == _reply.Accounts;
        Status status = Status.Ok;
        if (isOnTime && isWhole && !_reply.IsBatteryLow)
        {
            status = _seal.RecordDrill(unixSeconds, secondsOff);
            _reply.IsRecorded = status == Status.Ok;
        }

        _seal.Report(_reply.Seal);
        _clock.Report(_reply.Clock);
        return status;
    }

    private void ReportPower()
    {
        _reply.BatteryMillivolts = _power.BatteryMillivolts;
        _reply.ExternalPower = _power.ExternalPower;
        _battery.Forget();
        if (!_reply.ExternalPower)
        {
            _battery.Update(_reply.BatteryMillivolts);
        }

        _reply.IsBatteryLow = _battery.State >= BatteryState.Low;
    }
}
