// The tables of wires and builds.

using HwToken.Pages;

namespace HwToken.Wiring.Inputs;

/// <summary>What the wiring program reads and writes in the hardware folder.</summary>
public sealed class WiringFiles(HardwareFolder folder)
{
    public string Page => folder.PathOf("assembly.md");

    public string Pictures => folder.PathOf("wiring");

    public string Picture(string name) => folder.PathOf("wiring", name);

    public IReadOnlyList<Build> ReadBuilds() => Build.Read(folder.PathOf("HwToken.Wiring", "builds.csv"));

    public IReadOnlyList<Wire> ReadWires(Build build) => Wire.Read(folder.PathOf("wiring.csv"), build.Column);

    public IReadOnlyList<Measurement> ReadMeasurements() => Measurement.Read(folder.PathOf("assembly-steps.csv"));
}

/// <summary>One line of wiring.csv: one end of a wire, at a part.</summary>
/// <param name="BoardPin">Where the net reaches the board, a GPIO number or a name; empty where it does not.</param>
/// <param name="Remark">Passives on it, and notes; see <see cref="Model.Remark"/>.</param>
public sealed record Wire(string Net, string BoardPin, string Part, string PartPin, string Remark)
{
    /// <param name="boardColumn">The column that holds the board's pins.</param>
    public static IReadOnlyList<Wire> Read(string path, string boardColumn) =>
    [
        .. CsvFile.Read(path).Select(record => new Wire(
            record["net"], record[boardColumn], record["part"], record["part_pin"], record["remark"])),
    ];
}

/// <summary>One way to build the token: which board, and what of the wiring table it leaves out.</summary>
/// <param name="Column">The column of wiring.csv that holds this board's pins.</param>
/// <param name="LeftOut">Parts that are not fitted, or single pins such as "push button 1", with everything connected to them.</param>
/// <param name="Joined">Nets that are one net without those parts: the first is drawn as the second.</param>
/// <param name="Renamed">Parts that go by another name here.</param>
/// <param name="Note">What the picture leaves out, for its reader.</param>
public sealed record Build(
    string Key, string Title, string Board, string Column, IReadOnlyList<string> LeftOut,
    IReadOnlyDictionary<string, string> Joined, IReadOnlyDictionary<string, string> Renamed, string Note)
{
    /// <exception cref="InvalidDataException">A line does not fit.</exception>
    public static IReadOnlyList<Build> Read(string path) => [.. CsvFile.Read(path).Select(ToBuild)];

    private static Build ToBuild(CsvRecord record) => new(
        record["key"], record["title"], record["board"], record["column"], Lists.Items(record["left_out"]),
        Pairs(record, "joined"), Pairs(record, "renamed"), record["note"]);

    private static Dictionary<string, string> Pairs(CsvRecord record, string column)
    {
        var pairs = new Dictionary<string, string>();
        foreach (string item in Lists.Items(record[column]))
        {
            string[] sides = item.Split('=');
            if (sides.Length != 2)
            {
                throw new InvalidDataException($"{record.Place}: {column} has '{item}', not old=new");
            }

            pairs[sides[0]] = sides[1];
        }

        return pairs;
    }
}

/// <summary>Several names in one cell of a table, between bars.</summary>
internal static class Lists
{
    public static IReadOnlyList<string> Items(string cell) =>
        cell.Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
