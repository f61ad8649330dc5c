// The I2C bus, and the clock on it.
using System;
using System.Device.I2c;
using HwToken.Device.Ports;
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

    public static I2cDevice Open(int address) =>
        I2cDevice.Create(new I2cConnectionSettings(Bus, address, I2cBusSpeed.FastMode));
}

/// <summary>The DS3231's or DS3232's registers.</summary>
/// <remarks>
/// A read is one transaction with a repeated start: nanoFramework queues both halves into one command list and stops
/// once. Each call allocates what the interface of <see cref="I2cDevice"/> makes it: two spans and a result.
/// </remarks>
internal sealed class ClockRegisters : IClockChip
{
    /// <summary>DS3231 datasheet, "I2C Serial Data Bus", slave address: 1101000b.</summary>
    private const int Address = 0x68;

    /// <summary>The register's number and its values: the DS3232's last one is FFh.</summary>
    private const int LongestWrite = 1 + 256;

    private readonly I2cDevice _device = I2cBus.Open(Address);
    private readonly byte[] _register = new byte[1];
    private readonly byte[] _write = new byte[LongestWrite];

    public bool Read(int register, byte[] buffer, int count)
    {
        _register[0] = (byte)register;
        try
        {
            return _device.WriteRead(new SpanByte(_register), new SpanByte(buffer, 0, count)).Status
                == I2cTransferStatus.FullTransfer;
        }
        catch (Exception)
        {
            // A bus in a state that the driver has no status for: the chip did not answer.
            return false;
        }
    }

    public bool Write(int register, byte[] buffer, int count)
    {
        _write[0] = (byte)register;
        Array.Copy(buffer, 0, _write, 1, count);
        try
        {
            return _device.Write(new SpanByte(_write, 0, count + 1)).Status == I2cTransferStatus.FullTransfer;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
