namespace HwToken.Core.Protocol.Messages;

public sealed class ListAccountsRequest : IMessage
{
    /// <summary>Where to begin in the token's order, 0 for the first account.</summary>
    public int Start { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(Start);
    }

    public void Read(PayloadReader reader)
    {
        Start = reader.ReadByte();
    }
}
