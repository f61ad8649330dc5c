using HwToken.Pages;

namespace HwToken.Schematic.Inputs;

/// <summary>What a build makes otherwise than wiring.csv says: a line of differences.csv.</summary>
/// <param name="Part">Empty where the net as a whole has another name.</param>
/// <param name="Instead">The net or part used instead; empty where there is none.</param>
public sealed record Difference(string Build, string Net, string Part, string PartPin, string Instead, string Reason)
{
    public static IReadOnlyList<Difference> Read(string path) => [.. CsvFile.Read(path).Select(record => new Difference(
        record["build"], record["net"], record["part"], record["part_pin"], record["instead"], record["reason"]))];
}
