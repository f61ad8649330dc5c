using System;
using HwToken.Device.Ports;

namespace HwToken.Device.Chips;

/// <summary>The SSD1306 and its glass of 128x64, over I2C, in page addressing mode: one transaction per write.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>No snow: the memory is random after power-up, and all 1024 bytes of it are cleared before the panel is lit for
/// the first time. The chip has no command for that; it costs <see cref="FirstLightBytes"/> on the bus, 25 ms at
/// 400 kHz.</item>
/// <item>When the panel goes dark its memory is cleared at once, while nobody waits: no code stays in it, and the next
/// time it is lit within <see cref="LightBytes"/> bytes.</item>
/// <item>A panel that does not answer is one that may have lost its power: it is set up anew the next time it is
/// lit.</item>
/// </list>
/// Nothing is allocated after construction.
/// </remarks>
public sealed class Ssd1306 : IDisplay
{
    /// <summary>Control bytes and commands before the data of a write: page, low and high half of the column.</summary>
    public const int AddressingBytes = 7;

    /// <summary>Bytes on the bus, chip addresses included, to light a panel whose memory is known to be dark.</summary>
    public const int LightBytes = 5;

    /// <summary>Bytes on the bus, chip addresses included, to set a panel up, clear its memory and light it.</summary>
    public const int FirstLightBytes = 26 + (Pages * (1 + AddressingBytes + Width)) + LightBytes;

    private const int Width = 128;
    private const int Pages = 8;

    /// <summary>Half of what the panel can give: readable indoors, and it spares cell and pixels.</summary>
    private const byte Contrast = 0x7F;

    /// <summary>
    /// Darkens the panel first. Says everything, and not only what differs from a reset: the program may start anew while the panel does not.
    /// Segments and rows are reversed because the usual modules have their glass mounted that way round.
    /// </summary>
    private static readonly byte[] SetUp =
    {
        Ssd1306Command.ControlCommands,
        Ssd1306Command.DisplayOff,
        Ssd1306Command.ChargePumpSetting, Ssd1306Command.ChargePumpOff,
        Ssd1306Command.SetMemoryAddressingMode, Ssd1306Command.PageAddressing,
        Ssd1306Command.SetDisplayStartLine,
        Ssd1306Command.SetContrast, Contrast,
        Ssd1306Command.SegmentsReversed,
        Ssd1306Command.FollowMemory,
        Ssd1306Command.NormalDisplay,
        Ssd1306Command.SetMultiplexRatio, 63,
        Ssd1306Command.ScanToCom0,
        Ssd1306Command.SetDisplayOffset, 0,
        Ssd1306Command.SetDisplayClock, Ssd1306Command.DisplayClockDefault,
        Ssd1306Command.SetPrechargePeriod, Ssd1306Command.PrechargeForChargePump,
        Ssd1306Command.SetComPins, Ssd1306Command.ComPinsAlternative,
        Ssd1306Command.SetVcomhLevel, Ssd1306Command.VcomhDefault,
    };

    private static readonly byte[] Light =
    {
        Ssd1306Command.ControlCommands,
        Ssd1306Command.ChargePumpSetting, Ssd1306Command.ChargePumpOn,
        Ssd1306Command.DisplayOn,
    };

    private readonly II2cTarget _chip;
    private readonly byte[] _write = new byte[AddressingBytes + Width];
    private bool _isKnown;
    private bool _isOn;

    /// <summary>It is set up, and its memory holds nothing but what was written to it.</summary>
    private bool _isReady;

    public Ssd1306(II2cTarget chip)
    {
        _chip = chip;
        _write[0] = Ssd1306Command.ControlOneCommand;
        _write[2] = Ssd1306Command.ControlOneCommand;
        _write[4] = Ssd1306Command.ControlOneCommand;
        _write[6] = Ssd1306Command.ControlData;
    }

    public void SetPower(bool on)
    {
        // A panel that kept its power while the program started anew still shows what it showed.
        if (_isKnown && on == _isOn)
        {
            return;
        }

        _isKnown = true;
        _isOn = on;
        if (!on || !_isReady)
        {
            _isReady = Send(SetUp) && Clear();
        }

        if (on && _isReady)
        {
            _isReady = Send(Light);
        }
    }

    public void WritePage(int page, int column, byte[] data, int offset, int count)
    {
        Array.Copy(data, offset, _write, AddressingBytes, count);
        if (!Write(page, column, count))
        {
            _isReady = false;
        }
    }

    private bool Clear()
    {
        Array.Clear(_write, AddressingBytes, Width);
        bool done = true;
        for (int page = 0; page < Pages && done; page++)
        {
            done = Write(page, 0, Width);
        }

        return done;
    }

    private bool Write(int page, int column, int count)
    {
        _write[1] = (byte)(Ssd1306Command.SetPageStart | page);
        _write[3] = (byte)(Ssd1306Command.SetLowerColumnStart | (column & 0x0F));
        _write[5] = (byte)(Ssd1306Command.SetHigherColumnStart | (column >> 4));
        return _chip.Write(_write, AddressingBytes + count);
    }

    private bool Send(byte[] commands)
    {
        return _chip.Write(commands, commands.Length);
    }
}
