using HwToken.PowerBudget.Inputs;

namespace HwToken.PowerBudget.Model;

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
