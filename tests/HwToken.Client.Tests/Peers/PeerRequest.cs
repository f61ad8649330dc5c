using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Tests.Peers;

/// <summary>A request that a scripted token has received, and frames to answer it with.</summary>
internal sealed record PeerRequest(Command Command, int Sequence, byte[] Payload)
{
    public byte[] Ok(IMessage? reply = null) => Reply(Status.Ok, reply ?? new Empty());

    public byte[] Refuse(Status status) => Reply(status, new Empty());

    public byte[] AwaitPress(int seconds) => Reply(Status.AwaitingPress, new InterimReply { Seconds = seconds }, Frame.InterimFlag);

    public byte[] AwaitStep(int seconds) => Reply(Status.AwaitingStep, new InterimReply { Seconds = seconds }, Frame.InterimFlag);

    public byte[] Reply(Status status, IMessage reply, int flags = 0)
    {
        var writer = new FrameWriter();
        writer.Begin(Frame.ReplyFlag | flags, Sequence, Command);
        writer.Payload.WriteByte((int)status);
        reply.Write(writer.Payload);
        return writer.Buffer[..writer.End()];
    }

    /// <summary>The request's fields.</summary>
    public T As<T>()
        where T : IMessage, new()
    {
        var message = new T();
        var reader = new PayloadReader();
        reader.Reset(Payload, 0, Payload.Length);
        message.Read(reader);
        Assert.True(reader.Complete, $"{Command} carries no {typeof(T).Name}");
        return message;
    }
}
