// The sizes of the bought parts.

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using HwToken.Enclosure.Mesh;
using HwToken.Pages;

namespace HwToken.Enclosure.Inputs;

/// <summary>The outer size of a bought part, as the drawings and the fit check use it.</summary>
/// <param name="Name">What OpenSCAD calls it.</param>
/// <param name="Reference">In the bill of materials; empty for what is not bought.</param>
/// <param name="Clearance">Room around it, in mm.</param>
/// <param name="Verified">"yes", or "no: " and the reason.</param>
public sealed record ModuleSize(
    string Name, string Reference, string What, Vector Size, double Clearance, string Source, string Verified);

/// <summary>modules.csv, and the same numbers in OpenSCAD's language, which reads no tables.</summary>
public static partial class ModuleTable
{
    private const string Header =
        "// Written by `dotnet run --project hardware/HwToken.Enclosure -- --write` from modules.csv:\n"
        + "// change sizes there.";

    /// <exception cref="InvalidDataException">A name is invalid, or is given twice, or a number cannot be read.</exception>
    public static IReadOnlyList<ModuleSize> Read(string path) => Parse(CsvFile.Read(path));

    /// <exception cref="InvalidDataException">A name is invalid, or is given twice, or a number cannot be read.</exception>
    public static IReadOnlyList<ModuleSize> Parse(IReadOnlyList<CsvRecord> records)
    {
        var names = new HashSet<string>();
        foreach (CsvRecord record in records)
        {
            if (!Identifier().IsMatch(record["name"]))
            {
                throw new InvalidDataException(
                    $"{record.Place}: '{record["name"]}' is not a name for OpenSCAD: a-z, 0-9 and _");
            }

            if (!names.Add(record["name"]))
            {
                throw new InvalidDataException($"{record.Place}: {record["name"]} is given twice");
            }
        }

        return [.. records.Select(ToSize)];
    }

    /// <summary>A variable [x, y, z] for each part, and one for its clearance.</summary>
    public static string ToOpenScad(IEnumerable<ModuleSize> modules)
    {
        var text = new StringBuilder(Header).Append('\n');
        foreach (ModuleSize module in modules)
        {
            Vector size = module.Size;
            text.Append(CultureInfo.InvariantCulture, $"\n{module.Name} = [{size.X}, {size.Y}, {size.Z}];\n");
            text.Append(CultureInfo.InvariantCulture, $"{module.Name}_clearance = {module.Clearance};\n");
        }

        return text.ToString();
    }

    private static ModuleSize ToSize(CsvRecord record) => new(
        record["name"], record["ref"], record["what"],
        new Vector(record.Number("x"), record.Number("y"), record.Number("z")), record.Number("clearance"),
        record["source"], record["verified"]);

    [GeneratedRegex("^[a-z][a-z0-9_]*$")]
    private static partial Regex Identifier();
}
