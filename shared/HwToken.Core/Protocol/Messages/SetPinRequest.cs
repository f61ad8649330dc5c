namespace HwToken.Core.Protocol.Messages;

/// <summary>What becomes of wrong PINs. The PIN itself follows in EnterPin.</summary>
public sealed class SetPinRequest : IMessage
{
    /// <summary>
    /// Wrong PINs in a row until the end: <see cref="Limits.MinPinTries"/> to <see cref="Limits.MaxPinTries"/>.
    /// </summary>
    public int MaxTries { get; set; }

    /// <summary>The end is that everything is erased; otherwise the token stays locked until it is wiped.</summary>
    public bool Erases { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(MaxTries);
        writer.WriteByte(Erases ? 1 : 0);
    }

    public void Read(PayloadReader reader)
    {
        MaxTries = reader.ReadByte();
        Erases = reader.ReadFlag();
    }
}
