using HwToken.Device.Display;
using HwToken.Device.Ports;

namespace HwToken.Virtual.Chips;

/// <summary>
/// An SSD1306 behind the usual glass of 128x64, from the bytes on its I2C bus to the pixels that an eye would see.
/// </summary>
/// <remarks>
/// It simulates: control bytes, every command of the fundamental, addressing and hardware tables (datasheet rev 1.5,
/// table 9-1), random memory after power-up, the charge pump without which nothing is lit, which rows are driven and
/// from where (tables 10-1 and 10-2), the glass's mounting (only segments reversed and rows scanned to COM0 give an
/// upright picture).
/// It does not simulate: time (the pump's rise, frames, scrolling), currents and brightness beyond what
/// <see cref="Brightness"/> says, reading, the bus's clock and address, wrong COM pin wiring. Commands it does not know
/// are errors here, where the chip would do something undefined.
/// </remarks>
public sealed class SimulatedSsd1306 : II2cTarget
{
    private const int MostRows = 64;

    /// <summary>Starts with the chip's address, which is on the bus before the bytes.</summary>
    private const int AddressBytes = 1;

    private readonly Ssd1306Memory _memory = new();
    private readonly bool[] _everLit = new bool[Ssd1306Memory.Columns * MostRows];
    private readonly Random _random;
    private readonly byte[] _arguments = new byte[2];
    private int _command;
    private int _missingArguments;
    private int _argumentCount;
    private int _startLine;
    private int _offset;
    private bool _pumps;
    private bool _segmentsReversed;
    private bool _scansToCom0;
    private bool _lightsEverything;
    private bool _inverse;

    /// <param name="seed">Of the memory's content after power-up.</param>
    public SimulatedSsd1306(int seed = 1306)
    {
        // Snow has no secrets, and the same seed gives the same snow again.
#pragma warning disable CA5394
        _random = new Random(seed);
#pragma warning restore CA5394
        PowerUp();
    }

    /// <summary>Bytes on the bus so far, the chip's address before each transaction included.</summary>
    public long BusBytes { get; private set; }

    public int Transactions { get; private set; }

    /// <summary>False: the chip does not acknowledge, as without power.</summary>
    public bool Answers { get; set; } = true;

    /// <summary>The display is on and its charge pump runs.</summary>
    public bool IsLit => IsOn && _pumps;

    public bool IsOn { get; private set; }

    public byte Contrast { get; private set; }

    /// <summary>How many are driven, 16 to 64.</summary>
    public int Rows { get; private set; }

    /// <summary>
    /// A lit pixel's share of the most that the panel can give at 64 rows: the current (8.8) for the time that its row
    /// is driven in a frame. Beyond 1 where fewer rows are driven at full contrast.
    /// </summary>
    public double Brightness => (Contrast + 1) / 256.0 * MostRows / Rows;

    /// <summary>
    /// A row was driven, if only between two bytes on the bus, from memory that was not written since power-up:
    /// half of its pixels are lit by chance.
    /// </summary>
    public bool WasSnow { get; private set; }

    /// <summary>Power was off, and is back: memory is random, registers are as after a reset.</summary>
    public void PowerUp()
    {
        _memory.PowerUp(_random);
        _missingArguments = 0;
        _startLine = 0;
        _offset = 0;
        Rows = MostRows;
        IsOn = false;
        Contrast = 0x7F;
        _pumps = false;
        _segmentsReversed = false;
        _scansToCom0 = false;
        _lightsEverything = false;
        _inverse = false;
    }

    /// <summary>
    /// Whether this pixel was lit since <see cref="ForgetLit"/>, as seen behind every transaction. What stands between
    /// the commands of one is gone before the next row is driven.
    /// </summary>
    public bool WasLit(int x, int y) => _everLit[(y * Ssd1306Memory.Columns) + x];

    public void ForgetLit() => Array.Clear(_everLit);

    public bool Write(byte[] buffer, int count)
    {
        BusBytes += AddressBytes;
        Transactions++;
        if (!Answers)
        {
            return false;
        }

        BusBytes += count;
        int at = 0;
        while (at < count)
        {
            byte control = buffer[at++];
            bool more = (control & 0x80) != 0;
            int end = more ? at + 1 : count;
            for (; at < end; at++)
            {
                TakeByte(buffer[at], isData: (control & 0x40) != 0);
                LookForSnow();
            }
        }

        Look();
        return true;
    }

    /// <summary>What is to be seen at this moment, upright: all dark while the display is off.</summary>
    public PanelPicture Snapshot()
    {
        byte[] picture = new byte[Ssd1306Memory.Pages * Ssd1306Memory.Columns];
        for (int y = 0; y < MostRows; y++)
        {
            for (int x = 0; x < Ssd1306Memory.Columns; x++)
            {
                if (IsPixelLit(x, y))
                {
                    picture[(y / 8 * Ssd1306Memory.Columns) + x] |= (byte)(1 << (y % 8));
                }
            }
        }

        return new PanelPicture(picture);
    }

    /// <inheritdoc cref="PanelPicture.ToText"/>
    public string ToText() => Snapshot().ToText();

    private bool IsPixelLit(int x, int y)
    {
        // The glass is mounted with SEG0 at the right and COM0 at the bottom.
        int segment = Ssd1306Memory.Columns - 1 - x;
        int com = MostRows - 1 - y;
        int row = ((_scansToCom0 ? Rows - 1 - com : com) + _offset + MostRows) % MostRows;
        if (!IsLit || row >= Rows)
        {
            return false;
        }

        if (_lightsEverything)
        {
            return true;
        }

        int line = LineOf(row);
        int column = _segmentsReversed ? Ssd1306Memory.Columns - 1 - segment : segment;
        bool set = (_memory.At(line / 8, column) >> (line % 8) & 1) != 0;
        return set != _inverse;
    }

    /// <summary>The line of the memory that a row takes its pixels from.</summary>
    private int LineOf(int row) => (row + _startLine) % MostRows;

    private void LookForSnow()
    {
        for (int row = 0; row < Rows && IsLit && !_lightsEverything && !WasSnow; row++)
        {
            WasSnow = _memory.IsRandom(LineOf(row) / 8);
        }
    }

    private void Look()
    {
        if (!IsLit)
        {
            return;
        }

        for (int i = 0; i < _everLit.Length; i++)
        {
            _everLit[i] |= IsPixelLit(i % Ssd1306Memory.Columns, i / Ssd1306Memory.Columns);
        }
    }

    private void TakeByte(byte value, bool isData)
    {
        if (isData)
        {
            _memory.Write(value);
            return;
        }

        if (_missingArguments > 0)
        {
            _arguments[_argumentCount++] = value;
            _missingArguments--;
        }
        else
        {
            _command = value;
            _argumentCount = 0;
            _missingArguments = ArgumentsOf(value);
        }

        if (_missingArguments == 0)
        {
            Execute(_command, _arguments[0], _arguments[1]);
        }
    }

    private static int ArgumentsOf(byte command) => command switch
    {
        Ssd1306Command.SetColumnAddress or Ssd1306Command.SetPageAddress => 2,
        Ssd1306Command.SetMemoryAddressingMode or Ssd1306Command.SetContrast or Ssd1306Command.ChargePumpSetting
            or Ssd1306Command.SetMultiplexRatio or Ssd1306Command.SetDisplayOffset or Ssd1306Command.SetDisplayClock
            or Ssd1306Command.SetPrechargePeriod or Ssd1306Command.SetComPins or Ssd1306Command.SetVcomhLevel => 1,
        _ => 0,
    };

    private void Execute(int command, byte first, byte second)
    {
        switch (command)
        {
            case < 0x10:
                _memory.SetStartColumnLow(command & 0x0F);
                break;
            case < 0x20:
                _memory.SetStartColumnHigh(command & 0x0F);
                break;
            case Ssd1306Command.SetMemoryAddressingMode:
                _memory.SetMode(first);
                break;
            case Ssd1306Command.SetColumnAddress:
                _memory.SetColumns(first, second);
                break;
            case Ssd1306Command.SetPageAddress:
                _memory.SetPages(first, second);
                break;
            case >= 0x40 and < 0x80:
                _startLine = command & 0x3F;
                break;
            case >= 0xB0 and < 0xB8:
                _memory.SetStartPage(command & 0x07);
                break;
            default:
                SetRegister(command, first);
                break;
        }
    }

    private void SetRegister(int command, byte value)
    {
        switch (command)
        {
            case Ssd1306Command.SetContrast:
                Contrast = value;
                break;
            case Ssd1306Command.ChargePumpSetting:
                _pumps = (value & 0x04) != 0;
                break;
            case Ssd1306Command.SegmentsAsIs or Ssd1306Command.SegmentsReversed:
                _segmentsReversed = command == Ssd1306Command.SegmentsReversed;
                break;
            case Ssd1306Command.FollowMemory or Ssd1306Command.LightEverything:
                _lightsEverything = command == Ssd1306Command.LightEverything;
                break;
            case Ssd1306Command.NormalDisplay or Ssd1306Command.InverseDisplay:
                _inverse = command == Ssd1306Command.InverseDisplay;
                break;
            case Ssd1306Command.SetMultiplexRatio:
                Rows = (value & 0x3F) + 1;
                break;
            case Ssd1306Command.DisplayOff or Ssd1306Command.DisplayOn:
                IsOn = command == Ssd1306Command.DisplayOn;
                break;
            case Ssd1306Command.ScanFromCom0 or Ssd1306Command.ScanToCom0:
                _scansToCom0 = command == Ssd1306Command.ScanToCom0;
                break;
            case Ssd1306Command.SetDisplayOffset:
                _offset = value & 0x3F;
                break;
            case Ssd1306Command.SetDisplayClock or Ssd1306Command.SetPrechargePeriod or Ssd1306Command.SetComPins
                or Ssd1306Command.SetVcomhLevel or Ssd1306Command.NoOperation:
                break;
            default:
                throw new InvalidOperationException($"0x{command:X2} is not a command of the SSD1306");
        }
    }
}
