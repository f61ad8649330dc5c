namespace HwToken.Core.Protocol.Messages;

public sealed class HelloReply : IMessage
{
    /// <summary>Lowest and highest protocol version spoken.</summary>
    public int MinVersion { get; set; } = Frame.Version;

    public int MaxVersion { get; set; } = Frame.Version;

    public TokenState State { get; set; }

    /// <summary><see cref="Limits.SerialLength"/> bytes, random, made at the first start and after a wipe.</summary>
    public byte[] Serial { get; } = new byte[Limits.SerialLength];

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(MinVersion);
        writer.WriteByte(MaxVersion);
        writer.WriteByte((int)State);
        writer.WriteBytes(Serial, 0, Serial.Length);
    }

    public void Read(PayloadReader reader)
    {
        MinVersion = reader.ReadByte();
        MaxVersion = reader.ReadByte();
        State = (TokenState)reader.ReadByte();
        reader.ReadBytes(Serial, Serial.Length);
    }
}
