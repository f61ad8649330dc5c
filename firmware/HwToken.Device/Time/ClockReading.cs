namespace HwToken.Device.Time;

/// <summary>What a reading of the clock chip is worth.</summary>
public enum ClockReading
{
    /// <summary>The oscillator has run without a break since the time was set.</summary>
    Running,

    /// <summary>The oscillator has stopped since (or never ran): the time is wrong by an unknown amount.</summary>
    OscillatorStopped,

    /// <summary>The chip did not answer, or its registers hold no time.</summary>
    Unreadable,
}
