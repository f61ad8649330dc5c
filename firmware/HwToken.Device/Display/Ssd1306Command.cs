namespace HwToken.Device.Display;

/// <summary>
/// What the SSD1306 is told, by the names and sections of its datasheet (Solomon Systech, SSD1306 rev 1.5, August
/// 2010; the charge pump is in its application note at the end).
/// </summary>
public static class Ssd1306Command
{
    /// <summary>8.1.5.2, control byte, Co = 1, D/C# = 0: one command byte follows, then another control byte.</summary>
    public const byte ControlOneCommand = 0x80;

    /// <summary>8.1.5.2, control byte, Co = 0, D/C# = 0: all that follows are commands.</summary>
    public const byte ControlCommands = 0x00;

    /// <summary>8.1.5.2, control byte, Co = 0, D/C# = 1: all that follows is data.</summary>
    public const byte ControlData = 0x40;

    /// <summary>10.1.1, Set Lower Column Start Address for Page Addressing Mode: 00h to 0Fh.</summary>
    public const byte SetLowerColumnStart = 0x00;

    /// <summary>10.1.2, Set Higher Column Start Address for Page Addressing Mode: 10h to 1Fh.</summary>
    public const byte SetHigherColumnStart = 0x10;

    /// <summary>10.1.3, Set Memory Addressing Mode; one of the three values below follows.</summary>
    public const byte SetMemoryAddressingMode = 0x20;

    public const byte HorizontalAddressing = 0x00;

    public const byte VerticalAddressing = 0x01;

    /// <summary>The value after a reset.</summary>
    public const byte PageAddressing = 0x02;

    /// <summary>10.1.4, Set Column Address, for the other two modes; first and last column follow.</summary>
    public const byte SetColumnAddress = 0x21;

    /// <summary>10.1.5, Set Page Address, for the other two modes; first and last page follow.</summary>
    public const byte SetPageAddress = 0x22;

    /// <summary>10.1.6, Set Display Start Line: 40h to 7Fh.</summary>
    public const byte SetDisplayStartLine = 0x40;

    /// <summary>10.1.7, Set Contrast Control for BANK0; 00h to FFh follows.</summary>
    public const byte SetContrast = 0x81;

    /// <summary>Application note, Charge Pump Setting; one of the two values below follows.</summary>
    public const byte ChargePumpSetting = 0x8D;

    /// <summary>The value after a reset.</summary>
    public const byte ChargePumpOff = 0x10;

    public const byte ChargePumpOn = 0x14;

    /// <summary>10.1.8, Set Segment Re-map: column address 0 is SEG0.</summary>
    public const byte SegmentsAsIs = 0xA0;

    /// <summary>10.1.8, Set Segment Re-map: column address 127 is SEG0.</summary>
    public const byte SegmentsReversed = 0xA1;

    /// <summary>10.1.9, Entire Display ON: the panel follows the memory.</summary>
    public const byte FollowMemory = 0xA4;

    /// <summary>10.1.9, Entire Display ON: every pixel is lit, whatever the memory says.</summary>
    public const byte LightEverything = 0xA5;

    /// <summary>10.1.10, Set Normal/Inverse Display: a set bit is lit.</summary>
    public const byte NormalDisplay = 0xA6;

    /// <summary>10.1.10, Set Normal/Inverse Display: a set bit is dark.</summary>
    public const byte InverseDisplay = 0xA7;

    /// <summary>10.1.11, Set Multiplex Ratio; rows to drive less one, 15 to 63, follow.</summary>
    public const byte SetMultiplexRatio = 0xA8;

    /// <summary>10.1.12, Set Display ON/OFF: off, in sleep mode. The memory keeps its content and can be written.</summary>
    public const byte DisplayOff = 0xAE;

    /// <summary>10.1.12, Set Display ON/OFF: on.</summary>
    public const byte DisplayOn = 0xAF;

    /// <summary>10.1.13, Set Page Start Address for Page Addressing Mode: B0h to B7h.</summary>
    public const byte SetPageStart = 0xB0;

    /// <summary>10.1.14, Set COM Output Scan Direction: from COM0.</summary>
    public const byte ScanFromCom0 = 0xC0;

    /// <summary>10.1.14, Set COM Output Scan Direction: to COM0.</summary>
    public const byte ScanToCom0 = 0xC8;

    /// <summary>10.1.15, Set Display Offset; 0 to 63 follows.</summary>
    public const byte SetDisplayOffset = 0xD3;

    /// <summary>10.1.16, Set Display Clock Divide Ratio/Oscillator Frequency; frequency in the high, ratio in the low half follow.</summary>
    public const byte SetDisplayClock = 0xD5;

    /// <summary>10.1.17, Set Pre-charge Period; phase 2 in the high, phase 1 in the low half of a byte follow.</summary>
    public const byte SetPrechargePeriod = 0xD9;

    /// <summary>10.1.18, Set COM Pins Hardware Configuration; how the glass is wired follows.</summary>
    public const byte SetComPins = 0xDA;

    /// <summary>Alternative COM pins, no left/right remap: the glass of 64 rows. The value after a reset.</summary>
    public const byte ComPinsAlternative = 0x12;

    /// <summary>10.1.19, Set VCOMH Deselect Level; the level follows.</summary>
    public const byte SetVcomhLevel = 0xDB;

    /// <summary>About 0.77 of VCC, the value after a reset.</summary>
    public const byte VcomhDefault = 0x20;

    /// <summary>10.1.20, NOP.</summary>
    public const byte NoOperation = 0xE3;
}
