using System;
using System.Device.I2c;
using HwToken.Device.Display;
using HwToken.Device.Ports;
using Iot.Device.Ssd13xx.Commands;
using Iot.Device.Ssd13xx.Commands.Ssd1306Commands;

namespace HwToken.Firmware.Adapters;

/// <summary>
/// The SSD1306 on the bus, with the commands of the package Iot.Device.Ssd13xx. <see cref="Ssd1306"/> knows what to tell it
/// and when.
/// </summary>
/// <remarks>
/// <para>
/// The package's own <c>Ssd1306</c> is not used (nanoFramework.IoT.Device 122ebb1, devices/Ssd13xx/Ssd13xx.cs):
/// <c>SliceGenericBuffer</c> ignores the length and returns the whole buffer, so that a command of three bytes sends the
/// picture behind it, as commands; and the set-up ends in display-on while the memory is random. This class derives from
/// the abstract base with a resolution that its constructor does not know, for which it sends nothing, and writes exact
/// lengths.
/// </para>
/// <para>
/// Inherited and never called, which a test holds: SendData, SliceGenericBuffer, Display, ClearScreen, ClearDirectAligned,
/// DrawDirectAligned, DrawPixel, DrawHorizontalLine, DrawVerticalLine, DrawFilledRectangle, DrawBitmap, DrawString.
/// </para>
/// </remarks>
internal sealed class Panel : Iot.Device.Ssd13xx.Ssd13xx, II2cTarget, IPanelCommands
{
    /// <summary>SSD1306 datasheet, 8.1.5: 011110b, then SA0, which the usual modules tie low.</summary>
    private const int Address = 0x3C;

    public Panel()
        : base(I2cBus.Open(Address), (DisplayResolution)(-1))
    {
    }

    public bool Write(byte[] buffer, int count)
    {
        try
        {
            return _i2cDevice.Write(new SpanByte(buffer, 0, count)).Status == I2cTransferStatus.FullTransfer;
        }
        catch (Exception)
        {
            return false;
        }
    }

    /// <summary>One command, and not a byte more.</summary>
    public override void SendCommand(ISharedCommand command)
    {
        byte[] bytes = command.GetBytes();
        byte[] transaction = new byte[1 + bytes.Length];
        transaction[0] = Ssd1306Command.ControlCommands;
        Array.Copy(bytes, 0, transaction, 1, bytes.Length);
        Write(transaction, transaction.Length);
    }

    public byte[] DisplayOn() => new SetDisplayOn().GetBytes();

    public byte[] DisplayOff() => new SetDisplayOff().GetBytes();

    public byte[] ChargePump(bool isOn) => new SetChargePump(isOn).GetBytes();

    public byte[] PageAddressing() =>
        new SetMemoryAddressingMode(SetMemoryAddressingMode.AddressingMode.Page).GetBytes();

    public byte[] SegmentsReversed() => new SetSegmentReMap(true).GetBytes();

    public byte[] FollowMemory() => new EntireDisplayOn(false).GetBytes();

    public byte[] NormalDisplay() => new SetNormalDisplay().GetBytes();

    public byte[] ScanToCom0() => new SetComOutputScanDirection(false).GetBytes();

    public byte[] DisplayClock(int divide, int frequency) =>
        new SetDisplayClockDivideRatioOscillatorFrequency((byte)divide, (byte)frequency).GetBytes();

    public byte[] Precharge(int phase1, int phase2) => new SetPreChargePeriod((byte)phase1, (byte)phase2).GetBytes();

    public byte[] AlternativeComPins() => new SetComPinsHardwareConfiguration(true, false).GetBytes();

    public byte[] DefaultVcomh() => new SetVcomhDeselectLevel(SetVcomhDeselectLevel.DeselectLevel.Vcc0_77).GetBytes();

    public byte[] MultiplexRatio(int rows) => new SetMultiplexRatio((byte)(rows - 1)).GetBytes();

    public byte[] DisplayOffset(int offset) => new SetDisplayOffset((byte)offset).GetBytes();

    public byte[] StartLine(int line) => new SetDisplayStartLine((byte)line).GetBytes();

    public byte[] Contrast(int contrast) => new SetContrastControlForBank0((byte)contrast).GetBytes();
}
