namespace HwToken.Device.Time;

/// <summary>A moment as people write it: the Gregorian calendar, UTC.</summary>
public sealed class UtcDateTime
{
    private const int SecondsPerDay = 86400;
    private const int DaysPer400Years = 146097;
    private const int DaysPer100Years = 36524;
    private const int DaysPer4Years = 1461;

    /// <summary>From 0000-03-01 to 1970-01-01.</summary>
    private const int DaysBefore1970 = 719468;

    public int Year { get; private set; }

    /// <summary>1 to 12.</summary>
    public int Month { get; private set; }

    /// <summary>1 to 31.</summary>
    public int Day { get; private set; }

    public int Hour { get; private set; }

    public int Minute { get; private set; }

    public int Second { get; private set; }

    /// <param name="unixSeconds">Seconds since 1970-01-01T00:00:00Z, 0 to 2^40 - 1.</param>
    public void Set(long unixSeconds)
    {
        int secondOfDay = (int)(unixSeconds % SecondsPerDay);
        Hour = secondOfDay / 3600;
        Minute = secondOfDay / 60 % 60;
        Second = secondOfDay % 60;

        // A year that begins in March ends with its leap day: only the last year of each group is longer than the others.
        int days = (int)(unixSeconds / SecondsPerDay) + DaysBefore1970;
        int year = days / DaysPer400Years * 400;
        days %= DaysPer400Years;
        int centuries = AtMost(3, days / DaysPer100Years);
        days -= centuries * DaysPer100Years;
        int groups = days / DaysPer4Years;
        days -= groups * DaysPer4Years;
        int years = AtMost(3, days / 365);
        days -= years * 365;
        year += (centuries * 100) + (groups * 4) + years;

        // From March on, five months have 153 days: 31, 30, 31, 30, 31, and again.
        int month = ((days * 5) + 2) / 153;
        Day = days - (((month * 153) + 2) / 5) + 1;
        Month = month < 10 ? month + 3 : month - 9;
        Year = month < 10 ? year : year + 1;
    }

    private static int AtMost(int limit, int value) => value > limit ? limit : value;
}
