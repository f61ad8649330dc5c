using HwToken.Pages;

namespace HwToken.Schematic.Inputs;

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
