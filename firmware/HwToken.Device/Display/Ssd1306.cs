using System;
using HwToken.Device.Ports;

namespace HwToken.Device.Display;

/// <summary>The SSD1306 and its glass of 128x64, over I2C, in page addressing mode: one transaction per write.</summary>
/// <remarks>
/// <list type="bullet">
/// <item>No snow: the memory is random after power-up, and a row is driven only once it is written. The chip has no
/// command that clears; all 1024 bytes cost <see cref="FirstLightBytes"/> on the bus, 25 ms at 400 kHz. So
/// <see cref="Light"/> drives the rows of a few pages first, and clears and adds the others while these are read.</item>
/// <item>When the panel goes dark its memory is cleared at once, when it delays no one: no code stays in it, and the next
/// time it is lit within <see cref="LightBytes"/> bytes.</item>
/// <item>A panel that does not answer is one that may have lost its power: it is set up again the next time it is
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
    public const int FirstLightBytes = SetUpBytes + (Pages * PageBytes) + LightBytes;

    /// <summary>
    /// Bytes on the bus, chip addresses included, until a panel that just got power shows four pages: what
    /// <see cref="SetPower"/> takes to darken it is in it.
    /// </summary>
    public const int FirstPagesBytes = DarkenBytes + SetUpBytes + (4 * PageBytes) + LightBytes;

    private const int DarkenBytes = 3;
    private const int SetUpBytes = 19 + 9;
    private const int PageBytes = 1 + AddressingBytes + Width;
    private const int Width = 128;
    private const int Pages = 8;
    private const int RowsPerPage = 8;
    private const int Rows = Pages * RowsPerPage;

    /// <summary>Half of what the panel can give: readable indoors, and it spares cell and pixels.</summary>
    private const byte Contrast = 0x7F;

    /// <summary>
    /// Darkens the panel first. Says everything but the rows, and not only what differs from a reset: the program may
    /// restart while the panel does not. Segments and rows are reversed because the usual modules have their glass
    /// mounted that way round.
    /// </summary>
    private static readonly byte[] SetUp =
    {
        Ssd1306Command.ControlCommands,
        Ssd1306Command.DisplayOff,
        Ssd1306Command.ChargePumpSetting, Ssd1306Command.ChargePumpOff,
        Ssd1306Command.SetMemoryAddressingMode, Ssd1306Command.PageAddressing,
        Ssd1306Command.SegmentsReversed,
        Ssd1306Command.FollowMemory,
        Ssd1306Command.NormalDisplay,
        Ssd1306Command.ScanToCom0,
        Ssd1306Command.SetDisplayClock, Ssd1306Command.DisplayClockDefault,
        Ssd1306Command.SetPrechargePeriod, Ssd1306Command.PrechargeForChargePump,
        Ssd1306Command.SetComPins, Ssd1306Command.ComPinsAlternative,
        Ssd1306Command.SetVcomhLevel, Ssd1306Command.VcomhDefault,
    };

    private static readonly byte[] SwitchOn =
    {
        Ssd1306Command.ControlCommands,
        Ssd1306Command.ChargePumpSetting, Ssd1306Command.ChargePumpOn,
        Ssd1306Command.DisplayOn,
    };

    private static readonly byte[] SwitchOff = { Ssd1306Command.ControlCommands, Ssd1306Command.DisplayOff };

    private readonly II2cTarget _chip;
    private readonly byte[] _write = new byte[AddressingBytes + Width];

    /// <summary>Which rows are driven: see <see cref="Drive"/>.</summary>
    private readonly byte[] _rows = new byte[8];

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
        _rows[0] = Ssd1306Command.ControlCommands;
        _rows[1] = Ssd1306Command.SetMultiplexRatio;
        _rows[3] = Ssd1306Command.SetDisplayOffset;
        _rows[6] = Ssd1306Command.SetContrast;
    }

    public void SetPower(bool on)
    {
        // A panel that kept its power while the program restarted still shows what it showed.
        if (_isKnown && on == _isOn)
        {
            return;
        }

        if (!on && !_isKnown)
        {
            // The program has just begun, and the owner may be waiting for the first digits: the memory can wait.
            Send(SwitchOff);
        }
        else if (!on || !_isReady)
        {
            _isReady = Send(SetUp) && Drive(0, Pages) && Clear(0, Pages);
        }

        _isKnown = true;
        _isOn = on;
        if (on && _isReady)
        {
            _isReady = Send(SwitchOn);
        }
    }

    public bool Light(byte[] picture, int firstPage, int pages)
    {
        if (_isReady || _isOn)
        {
            SetPower(true);
            return false;
        }

        _isKnown = true;
        _isOn = true;
        bool isShown = Send(SetUp)
            && Drive(firstPage, pages)
            && WriteWhole(picture, firstPage, pages)
            && Send(SwitchOn);

        // Out of sight: these rows are not driven until their memory is dark.
        int behind = firstPage + pages;
        _isReady = isShown && Clear(0, firstPage) && Clear(behind, Pages - behind) && Drive(0, Pages);
        return isShown;
    }

    public void WritePage(int page, int column, byte[] data, int offset, int count)
    {
        Array.Copy(data, offset, _write, AddressingBytes, count);
        if (!Write(page, column, count))
        {
            _isReady = false;
        }
    }

    /// <summary>Drives the rows of these pages (two at least), where they belong on the glass, and no others.</summary>
    /// <remarks>
    /// With ROWs 0 to n - 1 driven and scanned to COM0, ROW r takes its pixels from line (start line + r) of the memory
    /// and drives COM (n - 1 - r + offset), both modulo 64 (datasheet, table 10-2). Fewer rows are each driven for a
    /// larger share of the time: at n of 64 they would be 64/n times as bright. The segments' current goes with the
    /// contrast (8.8), which is lowered for as long, so that the digits do not flash.
    /// The chip takes the four registers one by one, and shows the lines elsewhere in between: for 0.1 ms at 400 kHz,
    /// less than a row is driven for. To darken it meanwhile would stop the charge pump.
    /// </remarks>
    private bool Drive(int firstPage, int pages)
    {
        int firstRow = firstPage * RowsPerPage;
        int rows = pages * RowsPerPage;
        _rows[2] = (byte)(rows - 1);
        _rows[4] = (byte)((Rows - rows - firstRow) & (Rows - 1));
        _rows[5] = (byte)(Ssd1306Command.SetDisplayStartLine | firstRow);
        _rows[7] = (byte)(((Contrast + 1) * rows / Rows) - 1);
        return Send(_rows);
    }

    private bool WriteWhole(byte[] picture, int firstPage, int pages)
    {
        bool done = true;
        for (int page = firstPage; page < firstPage + pages && done; page++)
        {
            Array.Copy(picture, page * Width, _write, AddressingBytes, Width);
            done = Write(page, 0, Width);
        }

        return done;
    }

    private bool Clear(int firstPage, int pages)
    {
        Array.Clear(_write, AddressingBytes, Width);
        bool done = true;
        for (int page = firstPage; page < firstPage + pages && done; page++)
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

    private bool Send(byte[] commands) => _chip.Write(commands, commands.Length);
}
