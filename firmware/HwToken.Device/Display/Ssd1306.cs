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
/// Nothing is allocated after construction but what <see cref="IPanelCommands"/> makes of the rows to drive.
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
    private const int Contrast = 0x7F;

    /// <summary>The control byte, and four commands of seven bytes together.</summary>
    private const int RowsBytes = 8;

    /// <summary>The value after a reset: datasheet, 10.1.16.</summary>
    private const int ClockDivide = 0;

    private const int ClockFrequency = 8;

    /// <summary>1 and 15 clocks, as the application note has it for the charge pump.</summary>
    private const int PrechargePhase1 = 1;

    private const int PrechargePhase2 = 15;

    private readonly II2cTarget _chip;
    private readonly IPanelCommands _commands;
    private readonly byte[] _write = new byte[AddressingBytes + Width];
    private readonly byte[] _setUp;
    private readonly byte[] _switchOn;
    private readonly byte[] _switchOff;

    /// <summary>Which rows are driven: see <see cref="Drive"/>.</summary>
    private readonly byte[] _rows = new byte[RowsBytes];

    private bool _isKnown;
    private bool _isOn;

    /// <summary>It is set up, and its memory holds nothing but what was written to it.</summary>
    private bool _isReady;

    /// <param name="chip">Takes whole transactions.</param>
    /// <param name="commands">Knows the chip's commands.</param>
    public Ssd1306(II2cTarget chip, IPanelCommands commands)
    {
        _chip = chip;
        _commands = commands;
        _write[0] = Ssd1306Command.ControlOneCommand;
        _write[2] = Ssd1306Command.ControlOneCommand;
        _write[4] = Ssd1306Command.ControlOneCommand;
        _write[6] = Ssd1306Command.ControlData;
        _rows[0] = Ssd1306Command.ControlCommands;

        // Darkens the panel first. Says everything but the rows, and not only what differs from a reset: the program may
        // start again while the panel does not. Segments and rows are reversed because the usual modules have their glass
        // mounted that way round.
        byte[] setUp = new byte[SetUpBytes];
        setUp[0] = Ssd1306Command.ControlCommands;
        int length = Copy(commands.DisplayOff(), setUp, 1);
        length = Copy(commands.ChargePump(false), setUp, length);
        length = Copy(commands.PageAddressing(), setUp, length);
        length = Copy(commands.SegmentsReversed(), setUp, length);
        length = Copy(commands.FollowMemory(), setUp, length);
        length = Copy(commands.NormalDisplay(), setUp, length);
        length = Copy(commands.ScanToCom0(), setUp, length);
        length = Copy(commands.DisplayClock(ClockDivide, ClockFrequency), setUp, length);
        length = Copy(commands.Precharge(PrechargePhase1, PrechargePhase2), setUp, length);
        length = Copy(commands.AlternativeComPins(), setUp, length);
        length = Copy(commands.DefaultVcomh(), setUp, length);
        _setUp = Cut(setUp, length);

        byte[] other = new byte[SetUpBytes];
        other[0] = Ssd1306Command.ControlCommands;
        length = Copy(commands.ChargePump(true), other, 1);
        length = Copy(commands.DisplayOn(), other, length);
        _switchOn = Cut(other, length);
        _switchOff = Cut(other, Copy(commands.DisplayOff(), other, 1));
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
            Send(_switchOff);
        }
        else if (!on || !_isReady)
        {
            _isReady = Send(_setUp) && Drive(0, Pages) && Clear(0, Pages);
        }

        _isKnown = true;
        _isOn = on;
        if (on && _isReady)
        {
            _isReady = Send(_switchOn);
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
        bool isShown = Send(_setUp)
            && Drive(firstPage, pages)
            && WriteWhole(picture, firstPage, pages)
            && Send(_switchOn);

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
        int length = Copy(_commands.MultiplexRatio(rows), _rows, 1);
        length = Copy(_commands.DisplayOffset((Rows - rows - firstRow) & (Rows - 1)), _rows, length);
        length = Copy(_commands.StartLine(firstRow), _rows, length);
        length = Copy(_commands.Contrast(((Contrast + 1) * rows / Rows) - 1), _rows, length);
        return _chip.Write(_rows, length);
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

    private static int Copy(byte[] command, byte[] transaction, int at)
    {
        Array.Copy(command, 0, transaction, at, command.Length);
        return at + command.Length;
    }

    private static byte[] Cut(byte[] transaction, int length)
    {
        byte[] whole = new byte[length];
        Array.Copy(transaction, 0, whole, 0, length);
        return whole;
    }

    private bool Send(byte[] commands) => _chip.Write(commands, commands.Length);
}
