using HwToken.Device.Ports;

namespace HwToken.Virtual.Chips;

/// <summary>The register file of a DS3231 that counts.</summary>
public sealed class SimulatedDs3231 : IClockChip
{
    /// <param name="time">What its crystal follows: the monotonic timestamp, not the wall clock.</param>
    /// <param name="driftPpm">How much faster it runs, in parts per million.</param>
    public SimulatedDs3231(TimeProvider time, double driftPpm = 0)
    {
    }

    /// <summary>False: it does not acknowledge its address.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>Makes it a chip that was set correctly some time ago, has run ever since, and shows this time now.</summary>
    public void StartAt(DateTimeOffset utc)
    {
        throw new NotImplementedException();
    }

    /// <summary>Its cell is taken out and put back: the oscillator-stop flag is set, the time begins again.</summary>
    public void LosePower()
    {
        throw new NotImplementedException();
    }

    public bool Read(int register, byte[] buffer, int count)
    {
        throw new NotImplementedException();
    }

    public bool Write(int register, byte[] buffer, int count)
    {
        throw new NotImplementedException();
    }
}
