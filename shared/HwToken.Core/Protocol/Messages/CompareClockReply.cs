namespace HwToken.Core.Protocol.Messages;

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
