using HwToken.Pages;
using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;

namespace HwToken.PowerBudget.Tests;

/// <summary>The repository's own tables, and figures for made-up ones.</summary>
internal static class Tables
{
    public static PowerFiles Hardware { get; } = new(new HardwareFolder(Repository.PathOf("hardware")));

    public static PowerModel Model => PowerModel.Read(Hardware);

    public static Figure Microamps(double value) => Of("load", "uA", value);

    public static Figure Milliamps(double value) => Of("load", "mA", value);

    public static Figure Of(string key, string unit, double value) => Of(key, unit, value, value, value);

    public static Figure Of(string key, string unit, double best, double typical, double worst) =>
        new(key, "U1", "mode", unit, best, typical, worst, "", "source", "yes", "");

    public static Cell Cell(double milliampHours, double percentPerYear, double shelfYears) => new(
        "cell", Of("cell.capacity", "mAh", milliampHours), Of("cell.self-discharge", "%/year", percentPerYear),
        Of("cell.shelf-life", "years", shelfYears));

    public static Use Use(double sessionsPerYear, double seconds) =>
        new("use", "use", sessionsPerYear, seconds, seconds, seconds, "source");
}
