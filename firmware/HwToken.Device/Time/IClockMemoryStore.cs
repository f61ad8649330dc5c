namespace HwToken.Device.Time;

/// <summary>Where the token keeps what it remembers of its clock.</summary>
public interface IClockMemoryStore
{
    /// <summary>The one object, always the same: whoever changes it saves it.</summary>
    ClockMemory Clock { get; }

    /// <summary>Stores <see cref="Clock"/>, all of it or nothing.</summary>
    /// <returns>False if it could not be stored; what was stored before still is.</returns>
    bool SaveClock();
}
