namespace HwToken.Core.Protocol.Messages;

public sealed class DrillRequest : IMessage
{
    /// <summary>By how many seconds the two clocks may differ in a drill that is passed: half a time step of 30 s.</summary>
    public const int MostSecondsOff = 15;

    /// <summary>In the place of the time: the host has found something that is not in order.</summary>
    public const long NotToBeRecorded = 0;

    /// <summary>The host's, seconds since 1970-01-01T00:00:00Z: the log keeps how far the token's was from it.</summary>
    public long UnixSeconds { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt40(UnixSeconds);
    }

    public void Read(PayloadReader reader)
    {
        UnixSeconds = reader.ReadUInt40();
    }
}
