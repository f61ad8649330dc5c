namespace HwToken.Core.Protocol.Messages;

/// <summary>Behind <see cref="Status.PinWrong"/> and <see cref="Status.PinWait"/>: what is left, and when.</summary>
public sealed class PinReply : IMessage
{
    public int TriesLeft { get; set; }

    /// <summary>Seconds until the next try is taken; at most 64.</summary>
    public int WaitSeconds { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(TriesLeft);
        writer.WriteByte(WaitSeconds);
    }

    public void Read(PayloadReader reader)
    {
        TriesLeft = reader.ReadByte();
        WaitSeconds = reader.ReadByte();
    }
}
