using HwToken.Device.Ports;

namespace HwToken.TestKit.Device;

/// <summary>Power as a test sets it.</summary>
public sealed class SteadyPower : IPower
{
    public int BatteryMillivolts { get; set; } = 4350;

    public bool ExternalPower { get; set; } = true;
}
