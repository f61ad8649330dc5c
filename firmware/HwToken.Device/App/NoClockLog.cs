namespace HwToken.Device.App;

/// <summary>For a token without a log.</summary>
public sealed class NoClockLog : IClockLog
{
    public void Add(ClockEvent what, long seconds)
    {
    }
}
