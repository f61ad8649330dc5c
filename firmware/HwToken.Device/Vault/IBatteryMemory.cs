namespace HwToken.Device.Vault;

/// <summary>A little memory that the clock chip's cell keeps, and that forgets when the cell is cut off: a DS3232's.</summary>
public interface IBatteryMemory
{
    /// <summary>The chip has one, and it answers.</summary>
    bool IsPresent { get; }

    /// <returns>False if the chip did not answer.</returns>
    bool Read(int position, byte[] buffer, int count);

    /// <returns>False if the chip did not answer.</returns>
    bool Write(int position, byte[] buffer, int count);
}
