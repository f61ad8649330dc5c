using HwToken.Core.Protocol;

namespace HwToken.Device.Vault;

/// <summary>Whether the token is sealed for the safe, since when, and how often a seal was opened.</summary>
public sealed class SealMemory : IStateSection
{
    private const int Used = 1 + 4 + 5 + 4 + 5;

    private const int Length = 32;

    public int SectionLength
    {
        get { return Length; }
    }

    public bool IsSealed { get; set; }

    /// <summary>The number on the seal, as the owner gave it.</summary>
    public long Number { get; set; }

    /// <summary>Seconds since 1970-01-01T00:00:00Z.</summary>
    public long SealedUnixSeconds { get; set; }

    /// <summary>Openings since the token was made. Never goes down.</summary>
    public long Openings { get; set; }

    /// <summary>The last drill, seconds since 1970-01-01T00:00:00Z; 0 if there was none.</summary>
    public long DrillUnixSeconds { get; set; }

    public void Reset()
    {
        IsSealed = false;
        Number = 0;
        SealedUnixSeconds = 0;
        Openings = 0;
        DrillUnixSeconds = 0;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(IsSealed ? 1 : 0);
        writer.WriteUInt32(Number);
        writer.WriteUInt40(SealedUnixSeconds);
        writer.WriteUInt32(Openings);
        writer.WriteUInt40(DrillUnixSeconds);
        for (int i = Used; i < Length; i++)
        {
            writer.WriteByte(0);
        }
    }

    public void Read(PayloadReader reader)
    {
        IsSealed = reader.ReadByte() == 1;
        Number = reader.ReadUInt32();
        SealedUnixSeconds = reader.ReadUInt40();
        Openings = reader.ReadUInt32();
        DrillUnixSeconds = reader.ReadUInt40();
        reader.Skip(Length - Used);
    }
}
