// The tables that the budget reads: where they are, habits of use, names of parts.

using HwToken.Pages;

namespace HwToken.PowerBudget.Inputs;

/// <summary>What the power budget reads and writes in the hardware folder.</summary>
public sealed class PowerFiles(HardwareFolder folder)
{
    private const string Project = "HwToken.PowerBudget";

    public string Page => folder.PathOf("power.md");

    /// <summary>The page that says what a built token must read.</summary>
    public string BringUpPage => folder.PathOf("bring-up.md");

    public string Chart(string name) => folder.PathOf(name);

    public FigureTable ReadFigures() => FigureTable.Read(folder.PathOf(Project, "figures.csv"));

    /// <summary>latch.csv, which Latch reads.</summary>
    public string Latch => folder.PathOf(Project, "latch.csv");

    /// <summary>starts.csv, which StartBudget reads.</summary>
    public string Starts => folder.PathOf(Project, "starts.csv");

    public IReadOnlyList<Use> ReadUses() => Use.Read(folder.PathOf(Project, "uses.csv"));

    public IReadOnlyList<Part> ReadParts() =>
        [.. Part.Read(folder.PathOf("bom.csv")), .. Part.Read(folder.PathOf("rejected.csv"))];
}

/// <summary>How often a token is used, and how long it is awake each time, start-up included.</summary>
public sealed record Use(
    string Key, string Title, double SessionsPerYear, double BestSeconds, double TypicalSeconds, double WorstSeconds,
    string Source)
{
    public double Seconds(Corner corner) => corner switch
    {
        Corner.Best => BestSeconds,
        Corner.Typical => TypicalSeconds,
        _ => WorstSeconds,
    };

    public static IReadOnlyList<Use> Read(string path) => [.. CsvFile.Read(path).Select(ToUse)];

    private static Use ToUse(CsvRecord record) => new(
        record["key"], record["title"], record.Number("sessions_per_year"), record.Number("best_seconds"),
        record.Number("typical_seconds"), record.Number("worst_seconds"), record["source"]);
}

/// <summary>A line of the bill of materials or of the table of rejected parts, with what the budget needs.</summary>
public sealed record Part(string Reference, string Name)
{
    public static IReadOnlyList<Part> Read(string path) =>
        [.. CsvFile.Read(path).Select(record => new Part(record["ref"], record["part"]))];
}
