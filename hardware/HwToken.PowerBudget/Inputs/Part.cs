using HwToken.Pages;

namespace HwToken.PowerBudget.Inputs;

/// <summary>A line of the bill of materials or of the table of rejected parts, with what the budget needs.</summary>
public sealed record Part(string Reference, string Name)
{
    public static IReadOnlyList<Part> Read(string path) =>
        [.. CsvFile.Read(path).Select(record => new Part(record["ref"], record["part"]))];
}
