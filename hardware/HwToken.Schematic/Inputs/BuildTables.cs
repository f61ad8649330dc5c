// The tables about a build: its parts to buy, supplies, regulators, wires and differences.

using HwToken.Pages;

namespace HwToken.Schematic.Inputs;

/// <summary>The two builds. Their names begin the names of their files.</summary>
public static class Build
{
    /// <summary>The DevKit and modules on a breadboard.</summary>
    public const string Bench = "bench";

    /// <summary>One board with cells of its own.</summary>
    public const string Pocket = "pocket";

    public static IReadOnlyList<string> Names { get; } = [Bench, Pocket];
}

/// <summary>From the least to the most that a quantity takes, or that a pin allows.</summary>
public readonly record struct Interval(double Least, double Most)
{
    /// <summary>So that 3.3 computed is 3.3 written.</summary>
    private const double Rounding = 1e-9;

    public bool Contains(double value) => value >= Least - Rounding && value <= Most + Rounding;

    public bool Contains(Interval other) => Contains(other.Least) && Contains(other.Most);

    public Interval Times(double factor) => new(Least * factor, Most * factor);

    public override string ToString() => FormattableString.Invariant($"{Least:0.##} to {Most:0.##}");
}

/// <summary>A line of bom.csv, with what the schematic needs.</summary>
/// <param name="Designators">The parts that it is bought for in each build, by the build's name.</param>
public sealed record BomLine(
    string Reference, string PartNumber, string Value, string Footprint,
    IReadOnlyDictionary<string, int> Quantities, IReadOnlyDictionary<string, IReadOnlyList<string>> Designators)
{
    public static IReadOnlyList<BomLine> Read(string path) => [.. CsvFile.Read(path).Select(record => new BomLine(
        record["ref"], record["mpn"], record["value"], record["footprint"],
        Build.Names.ToDictionary(build => build, build => (int)record.Number("qty_" + build)),
        Build.Names.ToDictionary(
            build => build,
            build => (IReadOnlyList<string>)record["parts_" + build]
                .Split(' ', StringSplitOptions.RemoveEmptyEntries))))];
}

/// <summary>A net that carries a supply, and between which voltages: a line of supplies.csv.</summary>
/// <param name="Volts">To GND, while it is on.</param>
public sealed record Supply(string Build, string Net, Interval Volts)
{
    public static IReadOnlyList<Supply> Read(string path) => [.. CsvFile.Read(path).Select(record => new Supply(
        record["build"], record["net"], new Interval(record.Number("least"), record.Number("most"))))];
}

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

/// <summary>One end of a wire in wiring.csv.</summary>
/// <param name="ChipPins">By build: the GPIO's number or the supply pin's name; empty where no wire gets there.</param>
public sealed record WiringLine(
    string Net, IReadOnlyDictionary<string, string> ChipPins, string Part, string PartPin, string Remark)
{
    /// <summary>The bench has the ESP32 DevKit, the pocket the ESP32-S3.</summary>
    private static readonly Dictionary<string, string> ColumnOf = new()
    {
        [Build.Bench] = "esp32_devkit",
        [Build.Pocket] = "esp32_s3_devkit",
    };

    public static IReadOnlyList<WiringLine> Read(string path) => [.. CsvFile.Read(path).Select(record => new WiringLine(
        record["net"], ColumnOf.ToDictionary(column => column.Key, column => record[column.Value]), record["part"],
        record["part_pin"], record["remark"]))];
}

/// <summary>What a build makes otherwise than wiring.csv says: a line of differences.csv.</summary>
/// <param name="Part">Empty where the net as a whole has another name.</param>
/// <param name="Instead">The net or part used instead; empty where there is none.</param>
public sealed record Difference(string Build, string Net, string Part, string PartPin, string Instead, string Reason)
{
    public static IReadOnlyList<Difference> Read(string path) => [.. CsvFile.Read(path).Select(record => new Difference(
        record["build"], record["net"], record["part"], record["part_pin"], record["instead"], record["reason"]))];
}
