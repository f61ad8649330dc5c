namespace HwToken.Core.Protocol.Messages;

public sealed class SealRequest : IMessage
{
    /// <summary>The number that is printed on the seal, bag or envelope; 32 bits.</summary>
    public long Number { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt32(Number);
    }

    public void Read(PayloadReader reader)
    {
        Number = reader.ReadUInt32();
    }
}
