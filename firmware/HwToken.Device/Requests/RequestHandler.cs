using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Link;
using HwToken.Device.PinEntry;
using HwToken.Device.SelfTest;
using HwToken.Device.Vault;

namespace HwToken.Device.Requests;

/// <summary>Takes a frame, and refuses it, answers it, or has the owner asked.</summary>
/// <remarks>
/// A request is refused by the first of these checks that fails: version, flags, command, extensions, state, fields,
/// values.
/// </remarks>
internal sealed class RequestHandler
{
    private const int FlagsOfNoRequest = Frame.ReservedFlag | Frame.InterimFlag;

    private readonly TokenVault _vault;
    private readonly Answers _answers;
    private readonly OwnerRequest[] _ownerRequests;
    private readonly PendingRequest _pending;
    private readonly PinLock _pin;
    private readonly WheelEntry _wheel;
    private readonly LetterEntry _letters;
    private readonly CompareClock _comparison;
    private readonly TokenSelfTest _selfTest;
    private readonly ReplySender _replies;
    private readonly TokenSeal _seal;
    private readonly Empty _empty = new();

    /// <param name="ownerRequests">One of each command that the owner must agree to.</param>
    public RequestHandler(
        TokenVault vault,
        Answers answers,
        OwnerRequest[] ownerRequests,
        PendingRequest pending,
        PinLock pin,
        WheelEntry wheel,
        LetterEntry letters,
        CompareClock comparison,
        TokenSelfTest selfTest,
        ReplySender replies,
        TokenSeal seal)
    {
        _selfTest = selfTest;
        _pin = pin;
        _wheel = wheel;
        _letters = letters;
        _seal = seal;
        _vault = vault;
        _answers = answers;
        _ownerRequests = ownerRequests;
        _pending = pending;
        _comparison = comparison;
        _replies = replies;
    }

    /// <param name="frame">Holds a whole frame.</param>
    public void Handle(FrameReader frame, long nowMs)
    {
        if ((frame.Flags & Frame.ReplyFlag) != 0)
        {
            // An echo of our own, or another token's answer: answering it could loop.
            return;
        }

        if (frame.Version != Frame.Version)
        {
            _replies.SendUnsupportedVersion(frame.Sequence, frame.Command);
            return;
        }

        bool gaveUp = _comparison.GiveUp();
        Status status = CheckFrame(frame);
        if (status != Status.Ok)
        {
            _replies.Send(frame.Sequence, frame.Command, status, null);
            return;
        }

        switch (frame.Command)
        {
            case Command.Cancel:
                Cancel(frame, gaveUp, nowMs);
                return;
            case Command.EnterPin:
                EnterPin(frame, nowMs);
                return;
            case Command.Lock:
                Lock(frame);
                return;
            case Command.CompareClock:
                Compare(frame, nowMs);
                return;
        }

        OwnerRequest ownerRequest = OwnerRequestOf(frame.Command);
        if (ownerRequest != null)
        {
            AskOwner(ownerRequest, frame, nowMs);
            return;
        }

        status = _answers.Answer(frame.Command, frame.Payload, State(), out IMessage reply);
        _replies.Send(frame.Sequence, frame.Command, status, reply);
    }

    private Status CheckFrame(FrameReader frame)
    {
        if ((frame.Flags & FlagsOfNoRequest) != 0)
        {
            return Status.Malformed;
        }

        Status allowed = CommandRules.Check(
            frame.Command, IsBusy(), _vault.Fault, _vault.IsLocked, _pin.IsBlocked);
        if (_seal.IsSealed)
        {
            allowed = CommandRules.CheckSealed(frame.Command, allowed);
        }

        if (allowed == Status.UnknownCommand || (frame.Flags & Frame.ExtensionFlag) == 0)
        {
            return allowed;
        }

        Status extensions = Extensions.Skip(frame.Payload);
        return extensions != Status.Ok ? extensions : allowed;
    }

    private bool IsBusy() =>
        _pending.State != TokenState.Ready || _letters.IsBusy || _wheel.IsInUse || _selfTest.IsOpen;

    private TokenState State()
    {
        if (_pending.State != TokenState.Ready)
        {
            return _pending.State;
        }

        if (_letters.IsBusy)
        {
            return TokenState.Asking;
        }

        if (_vault.IsFaulted)
        {
            return TokenState.Faulted;
        }

        return _vault.IsLocked ? TokenState.Locked : TokenState.Ready;
    }

    private OwnerRequest OwnerRequestOf(Command command)
    {
        foreach (OwnerRequest request in _ownerRequests)
        {
            if (request.Command == command)
            {
                return request;
            }
        }

        return null;
    }

    private void AskOwner(OwnerRequest request, FrameReader frame, long nowMs)
    {
        request.Message.Read(frame.Payload);
        Status status = frame.Payload.Complete ? request.Check(nowMs) : Status.Malformed;
        if (status == Status.Ok && request.NeedsOwner)
        {
            _pending.Begin(request, frame.Sequence, nowMs);
            return;
        }

        if (status == Status.Ok)
        {
            request.Proceed(nowMs);
            status = request.Result;
        }

        _replies.Send(frame.Sequence, frame.Command, status, request.FieldsOf(status, nowMs));
        request.Clear();
    }

    private void Compare(FrameReader frame, long nowMs)
    {
        _empty.Read(frame.Payload);
        if (frame.Payload.Complete)
        {
            _comparison.Begin(frame.Sequence, nowMs);
        }
        else
        {
            _replies.Send(frame.Sequence, frame.Command, Status.Malformed, null);
        }
    }

    /// <param name="gaveUp">A comparison was pending: it has been answered.</param>
    private void Cancel(FrameReader frame, bool gaveUp, long nowMs)
    {
        _empty.Read(frame.Payload);
        Status status = Status.Malformed;
        if (frame.Payload.Complete)
        {
            bool cancelled = _pending.TryCancel(nowMs) || _letters.TryCancel(nowMs) || gaveUp;
            status = cancelled ? Status.Ok : Status.NothingToCancel;
        }

        _replies.Send(frame.Sequence, frame.Command, status, null);
    }

    private void EnterPin(FrameReader frame, long nowMs)
    {
        _letters.Message.Read(frame.Payload);
        if (frame.Payload.Complete)
        {
            _letters.Enter(frame.Sequence, nowMs);
            return;
        }

        _letters.Message.Clear();
        _replies.Send(frame.Sequence, frame.Command, Status.Malformed, null);
    }

    private void Lock(FrameReader frame)
    {
        _empty.Read(frame.Payload);
        Status status = Status.Malformed;
        if (frame.Payload.Complete)
        {
            status = _pin.IsSet ? Status.Ok : Status.PinNotSet;
            _pin.Lock();
        }

        _replies.Send(frame.Sequence, frame.Command, status, null);
    }
}
