using HwToken.Device.Ports;

namespace HwToken.Virtual.Boards;

/// <summary>A token on cells of one voltage, whatever it does.</summary>
internal sealed class BatteryPower(int millivolts) : IPower
{
    public int BatteryMillivolts => millivolts;

    public bool ExternalPower => false;
}
