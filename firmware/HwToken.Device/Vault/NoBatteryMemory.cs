namespace HwToken.Device.Vault;

/// <summary>The memory of a clock chip that has none: a DS3231's.</summary>
public sealed class NoBatteryMemory : IBatteryMemory
{
    public bool IsPresent
    {
        get { return false; }
    }

    public bool Read(int position, byte[] buffer, int count)
    {
        return false;
    }

    public bool Write(int position, byte[] buffer, int count)
    {
        return false;
    }
}
