// The chip's commands as a board encodes them, and as the datasheet has them.

namespace HwToken.Device.Display;

/// <summary>What <see cref="Ssd1306"/> tells the chip besides addresses and data: each method gives a command's bytes.</summary>
/// <remarks>A board may take them from a library; what they must do is the datasheet's. Each is used before the next is asked for.</remarks>
public interface IPanelCommands
{
    byte[] DisplayOn();

    byte[] DisplayOff();

    byte[] ChargePump(bool isOn);

    byte[] PageAddressing();

    /// <summary>Column address 127 is SEG0.</summary>
    byte[] SegmentsReversed();

    byte[] FollowMemory();

    byte[] NormalDisplay();

    byte[] ScanToCom0();

    /// <param name="divide">The ratio less one, 0 to 15.</param>
    /// <param name="frequency">0 to 15.</param>
    byte[] DisplayClock(int divide, int frequency);

    /// <param name="phase1">Clocks, 1 to 15.</param>
    /// <param name="phase2">Clocks, 1 to 15.</param>
    byte[] Precharge(int phase1, int phase2);

    /// <summary>Alternative COM pins, no left/right remap: the glass of 64 rows.</summary>
    byte[] AlternativeComPins();

    /// <summary>About 0.77 of VCC.</summary>
    byte[] DefaultVcomh();

    /// <param name="rows">To drive, 16 to 64.</param>
    byte[] MultiplexRatio(int rows);

    /// <param name="offset">0 to 63.</param>
    byte[] DisplayOffset(int offset);

    /// <param name="line">Of the memory, 0 to 63.</param>
    byte[] StartLine(int line);

    /// <param name="contrast">0 to 255.</param>
    byte[] Contrast(int contrast);
}

/// <summary>The commands by <see cref="Ssd1306Command"/>, without a library. Nothing is allocated after construction.</summary>
public sealed class DatasheetCommands : IPanelCommands
{
    private readonly byte[] _one = new byte[1];
    private readonly byte[] _two = new byte[2];

    public byte[] DisplayOn() => One(Ssd1306Command.DisplayOn);

    public byte[] DisplayOff() => One(Ssd1306Command.DisplayOff);

    public byte[] ChargePump(bool isOn) =>
        Two(Ssd1306Command.ChargePumpSetting, isOn ? Ssd1306Command.ChargePumpOn : Ssd1306Command.ChargePumpOff);

    public byte[] PageAddressing() => Two(Ssd1306Command.SetMemoryAddressingMode, Ssd1306Command.PageAddressing);

    public byte[] SegmentsReversed() => One(Ssd1306Command.SegmentsReversed);

    public byte[] FollowMemory() => One(Ssd1306Command.FollowMemory);

    public byte[] NormalDisplay() => One(Ssd1306Command.NormalDisplay);

    public byte[] ScanToCom0() => One(Ssd1306Command.ScanToCom0);

    public byte[] DisplayClock(int divide, int frequency) =>
        Two(Ssd1306Command.SetDisplayClock, (frequency << 4) | divide);

    public byte[] Precharge(int phase1, int phase2) => Two(Ssd1306Command.SetPrechargePeriod, (phase2 << 4) | phase1);

    public byte[] AlternativeComPins() => Two(Ssd1306Command.SetComPins, Ssd1306Command.ComPinsAlternative);

    public byte[] DefaultVcomh() => Two(Ssd1306Command.SetVcomhLevel, Ssd1306Command.VcomhDefault);

    public byte[] MultiplexRatio(int rows) => Two(Ssd1306Command.SetMultiplexRatio, rows - 1);

    public byte[] DisplayOffset(int offset) => Two(Ssd1306Command.SetDisplayOffset, offset);

    public byte[] StartLine(int line) => One(Ssd1306Command.SetDisplayStartLine | line);

    public byte[] Contrast(int contrast) => Two(Ssd1306Command.SetContrast, contrast);

    private byte[] One(int command)
    {
        _one[0] = (byte)command;
        return _one;
    }

    private byte[] Two(int command, int value)
    {
        _two[0] = (byte)command;
        _two[1] = (byte)value;
        return _two;
    }
}
