using HwToken.Pages;

namespace HwToken.Wiring.Inputs;

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
