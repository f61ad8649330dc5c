using HwToken.Device.App;

namespace HwToken.Device.Tests.App;

/// <summary>Remembers what was written down about the clock.</summary>
internal sealed class RecordedLog : IClockLog
{
    public List<(ClockEvent What, long Seconds)> Entries { get; } = [];

    public void Add(ClockEvent what, long seconds) => Entries.Add((what, seconds));
}
