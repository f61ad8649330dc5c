using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Accounts;
using HwToken.Device.App.Requests;

namespace HwToken.Device.App;

/// <summary>Takes a frame, and refuses it, answers it, or has the owner asked.</summary>
/// <remarks>
/// A request is refused by the first of these checks that fails: version, flags, command, extensions, state, fields,
/// values.
/// </remarks>
internal sealed class RequestHandler
{
    private const int FlagsOfNoRequest = Frame.ReservedFlag | Frame.InterimFlag;

    private readonly TokenStore _store;
    private readonly Answers _answers;
    private readonly OwnerRequest[] _ownerRequests;
    private readonly PendingRequest _pending;
    private readonly Comparison _comparison;
    private readonly ReplySender _replies;
    private readonly Empty _empty = new Empty();

    /// <param name="ownerRequests">One of each command that the owner must agree to.</param>
    public RequestHandler(
        TokenStore store,
        Answers answers,
        OwnerRequest[] ownerRequests,
        PendingRequest pending,
        Comparison comparison,
        ReplySender replies)
    {
        _store = store;
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
            // An echo of our own, or another token's answer: answering it could go on for ever.
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

        if (frame.Command == Command.Cancel)
        {
            Cancel(frame, gaveUp, nowMs);
            return;
        }

        if (frame.Command == Command.CompareClock)
        {
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

        Status allowed = CommandRules.Check(frame.Command, _pending.State != TokenState.Ready, _store.IsFaulted);
        if (allowed == Status.UnknownCommand || (frame.Flags & Frame.ExtensionFlag) == 0)
        {
            return allowed;
        }

        Status extensions = Extensions.Skip(frame.Payload);
        return extensions != Status.Ok ? extensions : allowed;
    }

    private TokenState State()
    {
        TokenState pending = _pending.State;
        return pending == TokenState.Ready && _store.IsFaulted ? TokenState.Faulted : pending;
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

        _replies.Send(frame.Sequence, frame.Command, status, request.Reply);
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
            status = _pending.TryCancel(nowMs) || gaveUp ? Status.Ok : Status.NothingToCancel;
        }

        _replies.Send(frame.Sequence, frame.Command, status, null);
    }
}
