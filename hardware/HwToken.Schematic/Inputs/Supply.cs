using HwToken.Pages;

namespace HwToken.Schematic.Inputs;

/// <summary>A net that carries a supply, and between which voltages: a line of supplies.csv.</summary>
/// <param name="Volts">To GND, while it is on.</param>
public sealed record Supply(string Build, string Net, Interval Volts)
{
    public static IReadOnlyList<Supply> Read(string path) => [.. CsvFile.Read(path).Select(record => new Supply(
        record["build"], record["net"], new Interval(record.Number("least"), record.Number("most"))))];
}
