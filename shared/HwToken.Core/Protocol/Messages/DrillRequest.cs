namespace HwToken.Core.Protocol.Messages;

public sealed class DrillRequest : IMessage
{
    /// <summary>The host's, seconds since 1970-01-01T00:00:00Z: the log keeps how far the token's was from it.</summary>
    public long UnixSeconds { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt40(UnixSeconds);
    }

    public void Read(PayloadReader reader)
    {
        UnixSeconds = reader.ReadUInt40();
    }
}
