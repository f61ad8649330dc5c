namespace HwToken.Core.Protocol.Messages;

/// <summary>How good a token's clock is: how wrong it may be, and what it knows about its chip.</summary>
public sealed class ClockQuality : IMessage
{
    /// <summary>By how much the time may be wrong now, either way, in milliseconds; 0 unless the clock runs.</summary>
    public long BoundMs { get; set; }

    /// <summary>The same a year from now, if there is no comparison until then; 0 unless the clock runs.</summary>
    public long YearBoundMs { get; set; }

    /// <summary>What the chip has gained since it was set, in milliseconds: the token takes it out by calculation.</summary>
    public int GainedMs { get; set; }

    /// <summary>What it takes out in the time to come, in parts per billion: above 0 if the chip, as trimmed, is fast.</summary>
    public int ResidualPpb { get; set; }

    /// <summary>By how much <see cref="ResidualPpb"/> may be wrong as measured, either way; 0 if nothing was learned.</summary>
    public int ResidualUncertaintyPpb { get; set; }

    /// <summary>The aging register: -128 to 127, above 0 slows the chip, about 100 ppb a step.</summary>
    public int Aging { get; set; }

    public ClockRate Rate { get; set; }

    /// <summary>The chip's, in whole degrees C; <see cref="ClockComparison.NoTemperature"/> if unknown.</summary>
    public int Temperature { get; set; } = ClockComparison.NoTemperature;

    /// <summary>When it was last compared, in the token's time; 0 if not since it was set.</summary>
    public long ComparedUnixSeconds { get; set; }

    /// <summary>How often its owner has let a running clock jump, 0 to 65535.</summary>
    public int Jumps { get; set; }

    /// <summary>How often its owner has let it go back before a time that it had shown, 0 to 65535.</summary>
    public int BackwardJumps { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt32(BoundMs);
        writer.WriteUInt32(YearBoundMs);
        writer.WriteUInt32(GainedMs);
        writer.WriteUInt32(ResidualPpb);
        writer.WriteUInt32(ResidualUncertaintyPpb);
        writer.WriteByte(Aging);
        writer.WriteByte((int)Rate);
        writer.WriteByte(Temperature);
        writer.WriteUInt40(ComparedUnixSeconds);
        writer.WriteUInt16(Jumps);
        writer.WriteUInt16(BackwardJumps);
    }

    public void Read(PayloadReader reader)
    {
        BoundMs = reader.ReadUInt32();
        YearBoundMs = reader.ReadUInt32();
        GainedMs = reader.ReadInt32();
        ResidualPpb = reader.ReadInt32();
        ResidualUncertaintyPpb = reader.ReadInt32();
        Aging = reader.ReadInt8();
        Rate = (ClockRate)reader.ReadByte();
        Temperature = reader.ReadInt8();
        ComparedUnixSeconds = reader.ReadUInt40();
        Jumps = reader.ReadUInt16();
        BackwardJumps = reader.ReadUInt16();
    }
}
