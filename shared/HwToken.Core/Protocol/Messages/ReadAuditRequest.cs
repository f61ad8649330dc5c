namespace HwToken.Core.Protocol.Messages;

public sealed class ReadAuditRequest : IMessage
{
    /// <summary>
    /// The entry to begin with: 0 is the first that the token ever made. Those that it does not have any more are left
    /// out.
    /// </summary>
    public long Start { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt32(Start);
    }

    public void Read(PayloadReader reader)
    {
        Start = reader.ReadUInt32();
    }
}
