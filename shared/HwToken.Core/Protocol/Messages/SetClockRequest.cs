namespace HwToken.Core.Protocol.Messages;

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
