using HwToken.Pages;

namespace HwToken.Schematic.Inputs;

/// <summary>A linear regulator: a line of regulators.csv.</summary>
/// <param name="Accuracy">0.015 is 1.5 %.</param>
/// <param name="DropoutVolts">At <paramref name="Milliamps"/>, which is also the most that it gives.</param>
public sealed record Regulator(
    string Build, string Part, string Input, string Output, double Volts, double Accuracy, double DropoutVolts,
    double Milliamps)
{
    private const double Percent = 100;

    public static IReadOnlyList<Regulator> Read(string path) => [.. CsvFile.Read(path).Select(record => new Regulator(
        record["build"], record["ref"], record["input"], record["output"], record.Number("volts"),
        record.Number("accuracy_percent") / Percent, record.Number("dropout_volts"), record.Number("milliamps")))];
}
