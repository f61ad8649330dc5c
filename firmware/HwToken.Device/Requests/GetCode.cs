using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Core.Text;
using HwToken.Device.Accounts;
using HwToken.Device.Time;
using HwToken.Device.Ui;

namespace HwToken.Device.Requests;

/// <summary>Hands out a code, waiting for a time step that is late enough and has enough seconds left.</summary>
internal sealed class GetCode : OwnerRequest
{
    /// <summary>The clock shows whole seconds: how late a new time step may be noticed.</summary>
    private const int ClockPollMs = 50;

    /// <summary>How far ahead a request may reach: for the second of two codes in a row, asked early in the first.</summary>
    private const int MaxStepsAhead = 2;

    private readonly AccountStore _accounts;
    private readonly TokenClock _clock;
    private readonly CodeMaker _codes;
    private readonly GetCodeRequest _message = new();
    private readonly GetCodeReply _reply = new();
    private readonly AccountRecord _record = new();
    private int _index;

    public GetCode(AccountStore accounts, TokenClock clock, CodeMaker codes)
    {
        _accounts = accounts;
        _clock = clock;
        _codes = codes;
    }

    public override Command Command => Command.GetCode;

    public override IMessage Message => _message;

    public override IMessage Reply => _reply;

    public override Utf8Text Name => _record.Entry.Name;

    public override Outcome Success => Outcome.CodeSent;

    public override Status Check(long nowMs)
    {
        if (!_message.Text.IsPrintable)
        {
            return Status.TextInvalid;
        }

        Status found = _accounts.Find(_message.AccountId, out _index);
        if (found != Status.Ok)
        {
            return found;
        }

        if (!_accounts.Read(_index, _record))
        {
            return _accounts.Fault;
        }

        _record.Clear();
        if (_message.MinimumSecondsLeft >= _record.Entry.Period)
        {
            return Status.ParameterInvalid;
        }

        Status clock = TokenClock.Refusal(_clock.Read(out long unixSeconds));
        if (clock != Status.Ok)
        {
            return clock;
        }

        return IsTooFarAhead(_codes.TimeStep(_record.Entry, unixSeconds)) ? Status.ParameterInvalid : Status.Ok;
    }

    public override void Ask(Screens screens, long nowMs) => screens.AskCode(_message.Text, Name);

    public override bool Proceed(long nowMs)
    {
        Status clock = TokenClock.Refusal(_clock.Read(out long unixSeconds));
        if (clock != Status.Ok)
        {
            return Finish(clock);
        }

        AccountEntry account = _record.Entry;
        long step = _codes.TimeStep(account, unixSeconds);
        if (IsTooFarAhead(step))
        {
            // It was not when it was asked: the clock has gone back.
            return Finish(Status.ParameterInvalid);
        }

        int secondsLeft = _codes.SecondsLeft(account, unixSeconds);
        long wanted = secondsLeft < _message.MinimumSecondsLeft ? step + 1 : step;
        if (_message.NotBeforeStep > wanted)
        {
            wanted = _message.NotBeforeStep;
        }

        if (wanted > step)
        {
            SecondsToStep = secondsLeft + ((int)(wanted - step - 1) * account.Period);
            WaitMs = ClockPollMs;
            return false;
        }

        // Nothing else changes accounts while a request waits, so the place is still this account's.
        if (!_accounts.Read(_index, _record))
        {
            return Finish(_accounts.Fault);
        }

        _reply.Code = _codes.Compute(_record, step);
        _reply.Digits = account.Digits;
        _reply.TimeStep = step;
        _reply.SecondsLeft = secondsLeft;
        return Finish(Status.Ok);
    }

    public override void Clear()
    {
        _reply.Clear();
        _record.Clear();
    }

    private bool IsTooFarAhead(long step) => _message.NotBeforeStep > step + MaxStepsAhead;
}
