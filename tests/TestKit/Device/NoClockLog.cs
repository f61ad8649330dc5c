using HwToken.Device.App;

namespace HwToken.TestKit.Device;

/// <summary>For tests that look at a clock and not at its log.</summary>
public sealed class NoClockLog : IClockLog
{
    public void Add(ClockEvent what, long seconds)
    {
    }
}
