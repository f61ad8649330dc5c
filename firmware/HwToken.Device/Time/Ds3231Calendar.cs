namespace HwToken.Device.Time;

/// <summary>The DS3231's calendar, as a count of days since 1970-01-01 and back.</summary>
/// <remarks>
/// The chip makes every fourth year a leap year, 2100 too. Between 1970 and 2169 that is the Julian calendar's rule,
/// and what the registers show is a way to write down a number of days in it: the day after 2100-02-28 is their
/// 2100-02-29, and from then on they show one day less than a wall calendar. Nobody reads these registers but this
/// program, so the count of days stays exact where a correction by a day would come too early or too late.
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
    private static int DaysBefore(int year, int month)
    {
        return DaysBeforeMonth[month - 1] + (month > 2 && year % 4 == 0 ? 1 : 0);
    }
}
