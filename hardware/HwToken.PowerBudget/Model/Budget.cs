// The arithmetic: charge of a year, cells, and how long they last.

using HwToken.PowerBudget.Inputs;

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

/// <summary>Where a year's charge goes, in mAh.</summary>
public readonly record struct YearlyCharge(double Standby, double Sessions, double SelfDischarge)
{
    public double Total => Standby + Sessions + SelfDischarge;
}

/// <summary>A cell, or equal cells in series, which hold the charge of one.</summary>
/// <param name="Capacity">mAh down to the voltage at which the token stops.</param>
/// <param name="SelfDischarge">Share of the new cell's capacity that is lost in a year.</param>
/// <param name="ShelfLife">Years for which the maker answers for a stored cell.</param>
public sealed record Cell(string Title, Figure Capacity, Figure SelfDischarge, Figure ShelfLife)
{
    /// <summary>The three figures of one cell, whose keys begin with <paramref name="key"/>.</summary>
    public static Cell From(FigureTable figures, string key, string title) =>
        new(title, figures[$"{key}.capacity"], figures[$"{key}.self-discharge"], figures[$"{key}.shelf-life"]);

    /// <summary>mAh lost in a year, always counted from the full capacity: more than an ageing cell loses.</summary>
    public double SelfDischargeOfYear(Corner corner) =>
        Capacity.MilliampHours(corner) * SelfDischarge.SharePerYear(corner);
}

/// <summary>How long a cell lasts: until its charge is spent, or until its maker no longer answers for it.</summary>
public readonly record struct Life(double YearsOfCharge, double YearsOfShelf)
{
    public double Years => Math.Min(YearsOfCharge, YearsOfShelf);

    public bool IsLimitedByShelf => YearsOfShelf < YearsOfCharge;
}

/// <summary>
/// How long <paramref name="cell"/> feeds <paramref name="design"/> in <paramref name="use"/>; without a use, it only
/// waits.
/// </summary>
public sealed class Budget(Design design, Cell cell, Use? use)
{
    public Cell Cell => cell;

    /// <summary>mAh that one use takes.</summary>
    public double SessionCharge(Corner corner) =>
        use is null ? 0 : Charge.OfSession(design.AwakeMilliamps(corner), use.Seconds(corner));

    public YearlyCharge YearlyCharge(Corner corner) => new(
        Charge.OfYear(design.StandbyMicroamps(corner)),
        use is null ? 0 : use.SessionsPerYear * SessionCharge(corner),
        cell.SelfDischargeOfYear(corner));

    public Life Life(Corner corner) => new(
        cell.Capacity.MilliampHours(corner) / YearlyCharge(corner).Total, cell.ShelfLife.Years(corner));

    /// <summary>The standby current, in microamps, with which the charge lasts so long; below 0 if none does.</summary>
    public double AffordableMicroamps(Corner corner, double years)
    {
        YearlyCharge charge = YearlyCharge(corner);
        double available = (cell.Capacity.MilliampHours(corner) / years) - charge.Sessions - charge.SelfDischarge;
        return Charge.MicroampsOfYear(available);
    }
}
