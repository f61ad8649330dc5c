namespace HwToken.Core.Protocol.Messages;

/// <summary>How wrong a token's chip was once, and how well that is known.</summary>
public sealed class ClockComparison : IMessage
{
    /// <summary>Bytes of one.</summary>
    public const int Length = 5 + 4 + 4 + 2 + 1;

    /// <summary>No temperature was to be had.</summary>
    public const int NoTemperature = -128;

    /// <summary>
    /// When, in seconds since 1970-01-01T00:00:00Z: on the wire in UTC, in the token's memory by its chip's own count.
    /// </summary>
    public long Seconds { get; set; }

    /// <summary>What the chip had gained since it was set, in milliseconds: above 0 if it is fast.</summary>
    public int GainedMs { get; set; }

    /// <summary>
    /// What the aging register should have held the chip back since it was set, in milliseconds, at the datasheet's
    /// 0.1 ppm a step: without the register it would have gained <see cref="GainedMs"/> and this together.
    /// </summary>
    public int TrimmedMs { get; set; }

    /// <summary>By how much <see cref="GainedMs"/> may be wrong, either way, in milliseconds.</summary>
    public int UncertaintyMs { get; set; }

    /// <summary>The chip's, in whole degrees C; <see cref="NoTemperature"/> if unknown.</summary>
    public int Temperature { get; set; } = NoTemperature;

    public void CopyFrom(ClockComparison other)
    {
        Seconds = other.Seconds;
        GainedMs = other.GainedMs;
        TrimmedMs = other.TrimmedMs;
        UncertaintyMs = other.UncertaintyMs;
        Temperature = other.Temperature;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt40(Seconds);
        writer.WriteUInt32(GainedMs);
        writer.WriteUInt32(TrimmedMs);
        writer.WriteUInt16(UncertaintyMs);
        writer.WriteByte(Temperature);
    }

    public void Read(PayloadReader reader)
    {
        Seconds = reader.ReadUInt40();
        GainedMs = reader.ReadInt32();
        TrimmedMs = reader.ReadInt32();
        UncertaintyMs = reader.ReadUInt16();
        Temperature = reader.ReadInt8();
    }
}
