using System.Device.I2c;
using nanoFramework.Hardware.Esp32;

namespace HwToken.Firmware.Adapters;

/// <summary>The I2C bus of clock and display: fast mode, 400 kHz, which both chips take.</summary>
internal static class I2cBus
{
    private const int Bus = 1;

    /// <summary>Connects the bus to its pins. Once, before anything is opened on it.</summary>
    public static void Connect(Pins pins)
    {
        Configuration.SetPinFunction(pins.I2cData, DeviceFunction.I2C1_DATA);
        Configuration.SetPinFunction(pins.I2cClock, DeviceFunction.I2C1_CLOCK);
    }

    public static I2cDevice Open(int address)
    {
        return I2cDevice.Create(new I2cConnectionSettings(Bus, address, I2cBusSpeed.FastMode));
    }
}
