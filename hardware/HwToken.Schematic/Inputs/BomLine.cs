using HwToken.Pages;

namespace HwToken.Schematic.Inputs;

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
