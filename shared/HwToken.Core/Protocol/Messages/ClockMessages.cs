// Messages about the clock.

namespace HwToken.Core.Protocol.Messages;

/// <summary>The token's clock.</summary>
public sealed class ClockReply : IMessage
{
    public ClockState State { get; set; }

    /// <summary>Seconds since 1970-01-01T00:00:00Z, whole; 0 unless the clock runs.</summary>
    public long UnixSeconds { get; set; }

    /// <summary>When its owner last set it, in its own time; 0 if never.</summary>
    public long LastSetUnixSeconds { get; set; }

    public ClockQuality Quality { get; } = new();

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

/// <summary>The time at the moment the request is sent. The token adds what passes until the owner agrees.</summary>
public sealed class SetClockRequest : IMessage
{
    /// <summary>Seconds since 1970-01-01T00:00:00Z.</summary>
    public long UnixSeconds { get; set; }

    /// <summary>0 to 999, beyond <see cref="UnixSeconds"/>.</summary>
    public int Milliseconds { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt40(UnixSeconds);
        writer.WriteUInt16(Milliseconds);
    }

    public void Read(PayloadReader reader)
    {
        UnixSeconds = reader.ReadUInt40();
        Milliseconds = reader.ReadUInt16();
    }
}

/// <summary>A second of the token's clock chip has just begun: this is what the token took that moment for.</summary>
public sealed class CompareClockReply : IMessage
{
    /// <summary>Seconds since 1970-01-01T00:00:00Z.</summary>
    public long UnixSeconds { get; set; }

    /// <summary>
    /// 0 to 999, beyond <see cref="UnixSeconds"/>: the token takes out by calculation what its chip is known to be wrong.
    /// </summary>
    public int Milliseconds { get; set; }

    /// <summary>The second began at most this many milliseconds before the token noticed, and answered.</summary>
    public int LatenessMs { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt40(UnixSeconds);
        writer.WriteUInt16(Milliseconds);
        writer.WriteUInt16(LatenessMs);
    }

    public void Read(PayloadReader reader)
    {
        UnixSeconds = reader.ReadUInt40();
        Milliseconds = reader.ReadUInt16();
        LatenessMs = reader.ReadUInt16();
    }
}

/// <summary>What a comparison has found.</summary>
public sealed class AdjustClockRequest : IMessage
{
    /// <summary>A comparison that is no better than this is none: it would hide what the clock itself does.</summary>
    public const int MaxUncertaintyMs = 500;

    /// <summary>The token's time less UTC, in milliseconds: above 0 if the token is ahead.</summary>
    public int OffsetMs { get; set; }

    /// <summary>By how much <see cref="OffsetMs"/> may be wrong, either way: 1 to <see cref="MaxUncertaintyMs"/>.</summary>
    public int UncertaintyMs { get; set; }

    /// <summary>UTC when the request is sent, in seconds since 1970-01-01T00:00:00Z.</summary>
    public long UnixSeconds { get; set; }

    /// <summary>0 to 999, beyond <see cref="UnixSeconds"/>.</summary>
    public int Milliseconds { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt32(OffsetMs);
        writer.WriteUInt16(UncertaintyMs);
        writer.WriteUInt40(UnixSeconds);
        writer.WriteUInt16(Milliseconds);
    }

    public void Read(PayloadReader reader)
    {
        OffsetMs = reader.ReadInt32();
        UncertaintyMs = reader.ReadUInt16();
        UnixSeconds = reader.ReadUInt40();
        Milliseconds = reader.ReadUInt16();
    }
}

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

/// <summary>The comparisons that a token remembers since its clock was set, the oldest first.</summary>
public sealed class ListComparisonsReply : IMessage
{
    /// <summary>A token keeps no more, and one reply holds them.</summary>
    public const int MaxEntries = 12;

    public ListComparisonsReply()
    {
        Entries = new ClockComparison[MaxEntries];
        for (int i = 0; i < MaxEntries; i++)
        {
            Entries[i] = new ClockComparison();
        }
    }

    public int Count { get; set; }

    /// <summary>The first <see cref="Count"/> of them count.</summary>
    public ClockComparison[] Entries { get; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(Count);
        for (int i = 0; i < Count; i++)
        {
            Entries[i].Write(writer);
        }
    }

    public void Read(PayloadReader reader)
    {
        int count = reader.ReadByte();
        if (count > MaxEntries)
        {
            reader.Skip(reader.Remaining + 1);
            return;
        }

        Count = count;
        for (int i = 0; i < count; i++)
        {
            Entries[i].Read(reader);
        }
    }
}
