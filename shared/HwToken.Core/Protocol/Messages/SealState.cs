namespace HwToken.Core.Protocol.Messages;

/// <summary>Whether the token is sealed, and what became of its seals: Seal's reply, and a part of others.</summary>
public sealed class SealState : IMessage
{
    public bool IsSealed { get; set; }

    /// <summary>The number on the last seal, 32 bits; 0 if there was none.</summary>
    public long Number { get; set; }

    /// <summary>When it was last sealed, seconds since 1970-01-01T00:00:00Z; 0 if never.</summary>
    public long SealedUnixSeconds { get; set; }

    /// <summary>How often a seal was broken since the token was made. Never goes down.</summary>
    public long Openings { get; set; }

    /// <summary>The last drill that found nothing, seconds since 1970-01-01T00:00:00Z; 0 if there was none.</summary>
    public long DrillUnixSeconds { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(IsSealed ? 1 : 0);
        writer.WriteUInt32(Number);
        writer.WriteUInt40(SealedUnixSeconds);
        writer.WriteUInt32(Openings);
        writer.WriteUInt40(DrillUnixSeconds);
    }

    public void Read(PayloadReader reader)
    {
        IsSealed = reader.ReadByte() != 0;
        Number = reader.ReadUInt32();
        SealedUnixSeconds = reader.ReadUInt40();
        Openings = reader.ReadUInt32();
        DrillUnixSeconds = reader.ReadUInt40();
    }
}
