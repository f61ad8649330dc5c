using HwToken.Core.Protocol.Messages;
using HwToken.Core.Protocol;
using HwToken.Device.Ports;

namespace HwToken.Device.Link;

/// <summary>Writes replies to the link. The frame is overwritten after sending: it may have carried a code.</summary>
internal sealed class ReplySender
{
    private readonly ILink _link;
    private readonly FrameWriter _writer = new();
    private readonly InterimReply _interim = new();

    public ReplySender(ILink link)
    {
        _link = link;
    }

    /// <summary>The last reply to a request.</summary>
    /// <param name="fields">What follows the status; null where nothing does.</param>
    public void Send(int sequence, Command command, Status status, IMessage fields)
    {
        Begin(Frame.ReplyFlag, sequence, command, status);
        if (fields != null)
        {
            fields.Write(_writer.Payload);
        }

        Finish();
    }

    /// <summary>A reply that another one will follow.</summary>
    /// <param name="status">AwaitingPress, AwaitingStep or Working.</param>
    public void SendInterim(int sequence, Command command, Status status, int seconds)
    {
        Begin(Frame.ReplyFlag | Frame.InterimFlag, sequence, command, status);
        _interim.Seconds = seconds;
        _interim.Write(_writer.Payload);
        Finish();
    }

    /// <summary>Says which versions are spoken, to a request of another one.</summary>
    public void SendUnsupportedVersion(int sequence, Command command)
    {
        Begin(Frame.ReplyFlag, sequence, command, Status.UnsupportedVersion);
        _writer.Payload.WriteByte(Frame.Version);
        _writer.Payload.WriteByte(Frame.Version);
        Finish();
    }

    private void Begin(int flags, int sequence, Command command, Status status)
    {
        _writer.Begin(flags, sequence, command);
        _writer.Payload.WriteByte((int)status);
    }

    private void Finish()
    {
        int length = _writer.End();
        _link.Write(_writer.Buffer, 0, length);
        _writer.Clear();
    }
}
