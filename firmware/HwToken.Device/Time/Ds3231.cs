using System;
using HwToken.Device.Ports;

namespace HwToken.Device.Time;

/// <summary>UTC kept by a DS3231 or DS3232.</summary>
public sealed class Ds3231
{
    /// <summary>1970-01-01T00:00:00Z.</summary>
    public const long MinUnixSeconds = 0;

    /// <summary>2169-12-31T23:59:59Z.</summary>
    public const long MaxUnixSeconds = 6311433599;

    private readonly IClockChip _chip;

    public Ds3231(IClockChip chip)
    {
        _chip = chip;
    }

    /// <param name="unixSeconds">Seconds since 1970-01-01T00:00:00Z; 0 where it is <see cref="ClockReading.Unreadable"/>.</param>
    public ClockReading Read(out long unixSeconds)
    {
        throw new NotImplementedException();
    }

    /// <summary>Sets the time; the second begins now. Clears the oscillator-stop flag.</summary>
    /// <returns>False if the chip did not take it, or the time is out of its range.</returns>
    public bool Set(long unixSeconds)
    {
        throw new NotImplementedException();
    }
}
