using HwToken.Pages;

namespace HwToken.PowerBudget.Inputs;

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
