using HwToken.Device.Ports;

namespace HwToken.TestKit.Device;

/// <summary>The memory of a clock chip that has none: a DS3231's.</summary>
public sealed class NoBatteryMemory : IBatteryMemory
{
    public bool Detect() => false;

    public bool Read(int address, byte[] buffer, int count) => false;

    public bool Write(int address, byte[] buffer, int count) => false;
}
