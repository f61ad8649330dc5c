using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Vault;
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

    private readonly TokenVault _vault;
    private readonly Answers _answers;
    private readonly OwnerRequest[] _ownerRequests;
    private readonly PendingRequest _pending;
    private readonly ReplySender _replies;
    private readonly TokenSeal _seal;
    private readonly Empty _cancel = new Empty();

    /// <param name="ownerRequests">One of each command that the owner must agree to.</param>
    public RequestHandler(
        TokenVault vault,
        Answers answers,
        OwnerRequest[] ownerRequests,
        PendingRequest pending,
        ReplySender replies,
        TokenSeal seal)
    {
        _seal = seal;
        _vault = vault;
        _answers = answers;
        _ownerRequests = ownerRequests;
        _pending = pending;
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

        Status status = CheckFrame(frame);
        if (status != Status.Ok)
        {
            _replies.Send(frame.Sequence, frame.Command, status, null);
            return;
        }

        if (frame.Command == Command.Cancel)
        {
            Cancel(frame, nowMs);
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
            frame.Command, _pending.State != TokenState.Ready, _vault.Fault, _vault.IsLocked);
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

    private TokenState State()
    {
        TokenState pending = _pending.State;
        return pending == TokenState.Ready && _vault.IsFaulted ? TokenState.Faulted : pending;
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
        if (status == Status.Ok)
        {
            _pending.Begin(request, frame.Sequence, nowMs);
            return;
        }

        request.Clear();
        _replies.Send(frame.Sequence, frame.Command, status, null);
    }

    private void Cancel(FrameReader frame, long nowMs)
    {
        _cancel.Read(frame.Payload);
        Status status = Status.Malformed;
        if (frame.Payload.Complete)
        {
            status = _pending.TryCancel(nowMs) ? Status.Ok : Status.NothingToCancel;
        }

        _replies.Send(frame.Sequence, frame.Command, status, null);
    }
}
