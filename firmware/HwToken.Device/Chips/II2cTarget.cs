namespace HwToken.Device.Chips;

/// <summary>One chip on an I2C bus, to be written to. Its address is the board's business.</summary>
public interface II2cTarget
{
    /// <summary>Sends the first <paramref name="count"/> bytes between one start and one stop.</summary>
    /// <returns>False if the chip did not acknowledge all of them.</returns>
    bool Write(byte[] buffer, int count);
}
