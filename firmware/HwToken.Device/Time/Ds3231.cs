// The clock chip as a count of seconds: its registers read and set, and its calendar.
using HwToken.Device.Ports;

namespace HwToken.Device.Time;

/// <summary>UTC kept by a DS3231 or DS3232, in whole seconds. Registers: <see cref="Ds3231Registers"/>.</summary>
/// <remarks>
/// Years: the century bit 0 means 2000 to 2099; 1 means 2100 to 2169 below year 70 and 1970 to 1999 from there on,
/// because the chip toggles the bit at every turn of a century. Days: <see cref="Ds3231Calendar"/>.
/// </remarks>
public sealed class Ds3231
{
    /// <summary>1970-01-01T00:00:00Z.</summary>
    public const long MinUnixSeconds = 0;

    /// <summary>2169-12-31T23:59:59Z.</summary>
    public const long MaxUnixSeconds = 6311433599;

    private const int SecondsPerDay = 86400;

    /// <summary>The bits that Figure 1 prints as 0 in registers 00 to 06: no state of the chip sets them.</summary>
    private static readonly byte[] AlwaysZero = { 0x80, 0x80, 0x80, 0xF8, 0xC0, 0x60, 0x00 };

    private readonly IClockChip _chip;
    private readonly byte[] _registers = new byte[Ds3231Registers.Status + 1];
    private readonly Ds3231Calendar _calendar = new();

    public Ds3231(IClockChip chip)
    {
        _chip = chip;
    }

    /// <summary>
    /// Reads the time. One burst carries the time and then the oscillator-stop flag: a time that comes with the flag
    /// clear was true when it was read, whatever happens meanwhile.
    /// </summary>
    /// <param name="unixSeconds">
    /// Seconds since 1970-01-01T00:00:00Z; what a stopped clock shows, if it shows a time at all; otherwise 0.
    /// </param>
    public ClockReading Read(out long unixSeconds)
    {
        unixSeconds = 0;
        if (!_chip.Read(Ds3231Registers.Seconds, _registers, _registers.Length) || !IsPresent())
        {
            return ClockReading.Unreadable;
        }

        bool valid = TryDecode(out unixSeconds);
        if ((_registers[Ds3231Registers.Status] & Ds3231Registers.OscillatorStopFlag) != 0)
        {
            // After the first power-up the time registers may hold anything: that is no fault of the chip.
            return ClockReading.OscillatorStopped;
        }

        return valid ? ClockReading.Running : ClockReading.Unreadable;
    }

    /// <summary>Sets the time; this second begins now. Clears the oscillator-stop flag, and reads back.</summary>
    /// <param name="unixSeconds"><see cref="MinUnixSeconds"/> to <see cref="MaxUnixSeconds"/>.</param>
    /// <returns>False if the time is out of range, or the chip did not take it or does not count.</returns>
    public bool Set(long unixSeconds)
    {
        if (unixSeconds < MinUnixSeconds || unixSeconds > MaxUnixSeconds)
        {
            return false;
        }

        Encode(unixSeconds);
        if (!_chip.Write(Ds3231Registers.Seconds, _registers, Ds3231Registers.TimeLength))
        {
            return false;
        }

        // The flag is cleared last: a power cut between the two bursts leaves a clock that says it cannot be believed.
        // Control: EOSC 0, the oscillator runs on the cell too; no alarm and no square wave, by which the pin rests.
        // Status: OSF 0; the 32 kHz output off; on a DS3232 also off on the cell, and one conversion in 64 s.
        _registers[0] = Ds3231Registers.InterruptControl;
        _registers[1] = 0;
        return _chip.Write(Ds3231Registers.Control, _registers, 2)
            && Read(out long readBack) == ClockReading.Running
            && (readBack == unixSeconds || readBack == unixSeconds + 1);
    }

    private bool IsPresent()
    {
        for (int i = 0; i < Ds3231Registers.TimeLength; i++)
        {
            if ((_registers[i] & AlwaysZero[i]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool TryDecode(out long unixSeconds)
    {
        unixSeconds = 0;
        int seconds = FromBcd(_registers[Ds3231Registers.Seconds]);
        int minutes = FromBcd(_registers[Ds3231Registers.Minutes]);
        int hours = DecodeHours(_registers[Ds3231Registers.Hours]);
        int dayOfWeek = _registers[Ds3231Registers.DayOfWeek];
        int date = FromBcd(_registers[Ds3231Registers.Date]);
        int month = FromBcd(_registers[Ds3231Registers.Month] & ~Ds3231Registers.Century);
        int year = FromBcd(_registers[Ds3231Registers.Year]);
        if (seconds < 0 || seconds > 59 || minutes < 0 || minutes > 59 || hours < 0 || dayOfWeek < 1 || year < 0)
        {
            return false;
        }

        bool century = (_registers[Ds3231Registers.Month] & Ds3231Registers.Century) != 0;
        year += !century ? 2000 : year < 70 ? 2100 : 1900;
        if (!_calendar.TrySet(year, month, date))
        {
            return false;
        }

        unixSeconds = ((long)_calendar.Days * SecondsPerDay) + (hours * 3600) + (minutes * 60) + seconds;
        return true;
    }

    private void Encode(long unixSeconds)
    {
        int days = (int)(unixSeconds / SecondsPerDay);
        int secondOfDay = (int)(unixSeconds % SecondsPerDay);
        _calendar.SetDays(days);
        int year = _calendar.Year;
        int century = year >= 2000 && year < 2100 ? 0 : Ds3231Registers.Century;

        _registers[Ds3231Registers.Seconds] = ToBcd(secondOfDay % 60);
        _registers[Ds3231Registers.Minutes] = ToBcd(secondOfDay / 60 % 60);
        _registers[Ds3231Registers.Hours] = ToBcd(secondOfDay / 3600);

        // ISO 8601's numbers: Monday is 1, and 1970-01-01 was a Thursday.
        _registers[Ds3231Registers.DayOfWeek] = (byte)(((days + 3) % 7) + 1);
        _registers[Ds3231Registers.Date] = ToBcd(_calendar.Date);
        _registers[Ds3231Registers.Month] = (byte)(ToBcd(_calendar.Month) | century);
        _registers[Ds3231Registers.Year] = ToBcd(year % 100);
    }

    /// <returns>0 to 23; -1 if it is no hour.</returns>
    private static int DecodeHours(int register)
    {
        if ((register & Ds3231Registers.TwelveHour) == 0)
        {
            int hours = FromBcd(register);
            return hours > 23 ? -1 : hours;
        }

        int hour = FromBcd(register & ~(Ds3231Registers.TwelveHour | Ds3231Registers.Afternoon));
        if (hour < 1 || hour > 12)
        {
            return -1;
        }

        // 12 AM is midnight, 12 PM is noon.
        return (hour % 12) + ((register & Ds3231Registers.Afternoon) != 0 ? 12 : 0);
    }

    /// <returns>0 to 99; -1 if a digit is none.</returns>
    private static int FromBcd(int bcd)
    {
        int tens = bcd >> 4;
        int ones = bcd & 0x0F;
        return tens > 9 || ones > 9 ? -1 : (tens * 10) + ones;
    }

    private static byte ToBcd(int value) => (byte)(((value / 10) << 4) | (value % 10));
}

/// <summary>What a reading of the clock chip is worth.</summary>
public enum ClockReading
{
    /// <summary>The oscillator has run without a break since the time was set.</summary>
    Running,

    /// <summary>The oscillator has stopped since (or never ran): the time is wrong by an unknown amount.</summary>
    OscillatorStopped,

    /// <summary>The chip did not answer, or its registers hold no time.</summary>
    Unreadable,
}

/// <summary>The DS3231's calendar, as a count of days since 1970-01-01 and back.</summary>
/// <remarks>
/// The chip makes every fourth year a leap year, 2100 too. Between 1970 and 2169 that is the Julian calendar's rule,
/// and what the registers show is a way to write down a number of days in it: the day after 2100-02-28 is their
/// 2100-02-29, and from then on they show one day less than a wall calendar. Only this
/// program reads these registers, so the count of days stays exact where a correction by a day would come too early or
/// too late.
/// </remarks>
public sealed class Ds3231Calendar
{
    private const int DaysInFourYears = (4 * 365) + 1;

    /// <summary>Years since 1968, a leap year: so that each group of four begins with its leap year.</summary>
    private const int BaseYear = 1968;

    /// <summary>1968 and 1969.</summary>
    private const int DaysBefore1970 = 366 + 365;

    /// <summary>Days before each month of a year that is no leap year.</summary>
    private static readonly int[] DaysBeforeMonth = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 };

    /// <summary>1970 to 2169.</summary>
    public int Year { get; private set; }

    /// <summary>1 to 12.</summary>
    public int Month { get; private set; }

    /// <summary>1 to 31.</summary>
    public int Date { get; private set; }

    /// <param name="days">Since 1970-01-01, at least 0.</param>
    public void SetDays(int days)
    {
        days += DaysBefore1970;
        int inGroup = days % DaysInFourYears;
        int yearOfGroup = inGroup < 366 ? 0 : (inGroup - 1) / 365;
        Year = BaseYear + (days / DaysInFourYears * 4) + yearOfGroup;

        int dayOfYear = yearOfGroup == 0 ? inGroup : (inGroup - 1) % 365;
        int month = 1;
        while (dayOfYear >= DaysBefore(Year, month + 1))
        {
            month++;
        }

        Month = month;
        Date = 1 + dayOfYear - DaysBefore(Year, month);
    }

    /// <returns>False, and unchanged, if there is no such day in the chip's calendar.</returns>
    public bool TrySet(int year, int month, int date)
    {
        if (month < 1 || month > 12 || date < 1 || date > DaysBefore(year, month + 1) - DaysBefore(year, month))
        {
            return false;
        }

        Year = year;
        Month = month;
        Date = date;
        return true;
    }

    /// <summary>Days since 1970-01-01.</summary>
    public int Days
    {
        get
        {
            int years = Year - BaseYear;
            return (years * 365) + ((years + 3) / 4) + DaysBefore(Year, Month) + Date - 1 - DaysBefore1970;
        }
    }

    /// <param name="month">1 to 13.</param>
    private static int DaysBefore(int year, int month) =>
        DaysBeforeMonth[month - 1] + (month > 2 && year % 4 == 0 ? 1 : 0);
}
