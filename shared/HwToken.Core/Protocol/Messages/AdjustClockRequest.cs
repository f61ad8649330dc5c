namespace HwToken.Core.Protocol.Messages;

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
