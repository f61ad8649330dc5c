using HwToken.Device.Ports;

namespace HwToken.Virtual.Boards;

/// <summary>A token that hangs on USB and has no battery to measure.</summary>
internal sealed class UsbPower : IPower
{
    public int BatteryMillivolts => 0;

    public bool ExternalPower => true;
}
