namespace HwToken.Device.App;

/// <summary>Where it is written down that the owner has set the clock.</summary>
public interface IClockLog
{
    /// <summary>
    /// Adds an entry, to be stored together with what the clock remembers: <see cref="Time.IClockMemoryStore.SaveClock"/>
    /// follows at once, and where that fails the entry has not happened.
    /// </summary>
    /// <param name="seconds">New time less old; 0 where there was no old one.</param>
    void Add(ClockEvent what, long seconds);
}
