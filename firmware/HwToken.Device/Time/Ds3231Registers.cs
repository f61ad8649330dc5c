namespace HwToken.Device.Time;

/// <summary>The register map of the DS3231: datasheet 19-5170, Figure 1 "Timekeeping Registers". All numbers in BCD.</summary>
/// <remarks>
/// <code>
///      7     6      5      4    3    2    1    0
/// 00   0     10 seconds         seconds            00-59
/// 01   0     10 minutes         minutes            00-59
/// 02   0     12h    PM/20  10   hour               1-12 and PM, or 00-23
/// 03   0     0      0      0    0    day of week   1-7
/// 04   0     0      10 date     date               01-31
/// 05   cent  0      0      10   month              01-12
/// 06   10 year                  year               00-99
/// 07-0D alarms
/// 0E   EOSC  BBSQW  CONV   RS2  RS1  INTCN A2IE A1IE
/// 0F   OSF   0      0      0    EN32kHz BSY A2F A1F
/// 10   aging offset, two's complement
/// 11   temperature, whole degrees C, two's complement
/// 12   temperature, quarters in bits 7 and 6
/// </code>
/// The DS3232 is the same but for 0F, whose bits 6 to 4 are BB32kHz, CRATE1 and CRATE0, and for its SRAM from 14 to FF.
/// </remarks>
public static class Ds3231Registers
{
    public const int Seconds = 0x00;
    public const int Minutes = 0x01;
    public const int Hours = 0x02;
    public const int DayOfWeek = 0x03;
    public const int Date = 0x04;
    public const int Month = 0x05;
    public const int Year = 0x06;

    /// <summary>Seconds to year.</summary>
    public const int TimeLength = 7;

    public const int Control = 0x0E;
    public const int Status = 0x0F;
    public const int AgingOffset = 0x10;
    public const int TemperatureHigh = 0x11;
    public const int TemperatureLow = 0x12;

    /// <summary>Hours: the chip is in 12-hour mode.</summary>
    public const int TwelveHour = 0x40;

    /// <summary>Hours, in 12-hour mode: afternoon.</summary>
    public const int Afternoon = 0x20;

    /// <summary>Month: toggled when the year goes from 99 to 00.</summary>
    public const int Century = 0x80;

    /// <summary>Control: the INT/SQW pin is for alarms, not for a square wave.</summary>
    public const int InterruptControl = 0x04;

    /// <summary>Control: measure the temperature now. Stays 1 until that is done.</summary>
    public const int Convert = 0x20;

    /// <summary>Status: the temperature is being measured.</summary>
    public const int Busy = 0x04;

    /// <summary>Status: the oscillator is stopped, or was. Stays until written to 0.</summary>
    public const int OscillatorStopFlag = 0x80;
}
