namespace HwToken.PowerBudget.Model;

/// <summary>The two sums that everything here is made of.</summary>
public static class Charge
{
    /// <summary>365.25 days.</summary>
    public const double HoursPerYear = 8766;

    private const double MicroampsPerMilliamp = 1000;
    private const double SecondsPerHour = 3600;

    /// <summary>mAh that a constant current takes in a year: 8.766 times the microamps.</summary>
    public static double OfYear(double microamps) => microamps / MicroampsPerMilliamp * HoursPerYear;

    /// <summary>The constant current, in microamps, that takes so many mAh in a year.</summary>
    public static double MicroampsOfYear(double milliampHours) => milliampHours / HoursPerYear * MicroampsPerMilliamp;

    /// <summary>mAh that a current takes in some seconds.</summary>
    public static double OfSession(double milliamps, double seconds) => milliamps * seconds / SecondsPerHour;
}
