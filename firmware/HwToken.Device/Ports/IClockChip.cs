namespace HwToken.Device.Ports;

/// <summary>The registers of the DS3231 or DS3232 (I2C address 0x68). What they mean, portable code decides.</summary>
/// <remarks>One call is one bus transaction: the chip copies its time at the start of a read, so a burst is never torn.</remarks>
public interface IClockChip
{
    /// <summary>Reads <paramref name="count"/> registers from <paramref name="register"/> on.</summary>
    /// <returns>False if the chip did not answer.</returns>
    bool Read(int register, byte[] buffer, int count);

    /// <summary>Writes <paramref name="count"/> registers from <paramref name="register"/> on.</summary>
    /// <returns>False if the chip did not answer.</returns>
    bool Write(int register, byte[] buffer, int count);
}
