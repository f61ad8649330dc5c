using System;
using System.Device.I2c;
using HwToken.Device.Chips;

namespace HwToken.Firmware.Adapters;

/// <summary>The SSD1306 on the bus. <see cref="Ssd1306"/> knows what to write.</summary>
internal sealed class PanelTarget : II2cTarget
{
    /// <summary>SSD1306 datasheet, 8.1.5: 011110b, then SA0, which the usual modules tie low.</summary>
    private const int Address = 0x3C;

    private readonly I2cDevice _device = I2cBus.Open(Address);

    public bool Write(byte[] buffer, int count)
    {
        try
        {
            return _device.Write(new SpanByte(buffer, 0, count)).Status == I2cTransferStatus.FullTransfer;
        }
        catch (Exception)
        {
            return false;
        }
    }
}
