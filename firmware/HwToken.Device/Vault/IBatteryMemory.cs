namespace HwToken.Device.Vault;

/// <summary>A little memory that the clock chip's cell keeps, and that forgets when the cell is cut off: a DS3232's.</summary>
public interface IBatteryMemory
{
    /// <summary>Finds out whether the chip has one and answers.</summary>
    bool Detect();

    /// <returns>False if the chip did not answer.</returns>
    bool Read(int address, byte[] buffer, int count);

    /// <returns>False if the chip did not answer.</returns>
    bool Write(int address, byte[] buffer, int count);
}
