namespace HwToken.Core.Protocol.Messages;

/// <summary>The token's clock.</summary>
public sealed class ClockReply : IMessage
{
    public ClockState State { get; set; }

    /// <summary>Seconds since 1970-01-01T00:00:00Z, whole; 0 unless the clock runs.</summary>
    public long UnixSeconds { get; set; }

    /// <summary>When its owner last set it, in its own time; 0 if never.</summary>
    public long LastSetUnixSeconds { get; set; }

    public ClockQuality Quality { get; } = new ClockQuality();

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte((int)State);
        writer.WriteUInt40(UnixSeconds);
        writer.WriteUInt40(LastSetUnixSeconds);
        Quality.Write(writer);
    }

    public void Read(PayloadReader reader)
    {
        State = (ClockState)reader.ReadByte();
        UnixSeconds = reader.ReadUInt40();
        LastSetUnixSeconds = reader.ReadUInt40();
        Quality.Read(reader);
    }
}
