using HwToken.Pages;

namespace HwToken.Schematic.Drawing;

/// <summary>A line of a build's drawing table: what is drawn beside the symbols.</summary>
/// <param name="Kind">
/// wire: <paramref name="Name"/> is its net. label: a net's name above its wire. frame: a titled rectangle.
/// note: a text at a point. page: its lower right corner.
/// </param>
/// <param name="Path">
/// Tokens with spaces between: a place "12,34" or a pin "U2.5"; "h" or "v" before one goes there along that axis first
/// and then along the other; "l3", "r3", "u3", "d3" are steps.
/// </param>
public sealed record DrawingLine(string Place, string Kind, string Name, string Path)
{
    public static IReadOnlyList<DrawingLine> Read(string path) => Parse(CsvFile.Read(path));

    public static IReadOnlyList<DrawingLine> Parse(IReadOnlyList<CsvRecord> records) =>
        [.. records.Select(record => new DrawingLine(record.Place, record["kind"], record["name"], record["path"]))];
}
