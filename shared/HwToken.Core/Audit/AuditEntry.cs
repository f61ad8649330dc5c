using HwToken.Core.Protocol;

namespace HwToken.Core.Audit;

/// <summary>One line of the audit log, without anything that is secret.</summary>
public sealed class AuditEntry
{
    /// <summary>Bytes of an entry, as stored and as on the wire.</summary>
    public const int Length = 5 + 1 + 4;

    /// <summary>What the token's clock said, seconds since 1970-01-01T00:00:00Z; 0 if it said nothing.</summary>
    public long UnixSeconds { get; set; }

    public AuditEvent Event { get; set; }

    /// <summary>Depends on the event; 32 bits.</summary>
    public long Detail { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt40(UnixSeconds);
        writer.WriteByte((int)Event);
        writer.WriteUInt32(Detail);
    }

    public void Read(PayloadReader reader)
    {
        UnixSeconds = reader.ReadUInt40();
        Event = (AuditEvent)reader.ReadByte();
        Detail = reader.ReadUInt32();
    }
}
