namespace HwToken.Core.Protocol.Messages;

/// <summary>The screen shows letters beside the ten digits: EnterPin may come.</summary>
public sealed class LettersReply : IMessage
{
    /// <summary>How long it shows them.</summary>
    public int Seconds { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(Seconds);
    }

    public void Read(PayloadReader reader)
    {
        Seconds = reader.ReadByte();
    }
}
