// Reading the drawing tables.

using System.Globalization;
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

/// <summary>Reads the path of a <see cref="DrawingLine"/>.</summary>
/// <param name="pinAt">The free end of a pin by "U2.5"; null if there is none.</param>
public sealed class WirePath(Func<string, Point?> pinAt)
{
    /// <summary>The corners from end to end.</summary>
    /// <exception cref="InvalidDataException">A token means nothing, or a piece would be slanted.</exception>
    public IReadOnlyList<Point> Read(DrawingLine line)
    {
        var points = new List<Point>();
        string axis = "";
        foreach (string token in line.Path.Split(' '))
        {
            if (token is "h" or "v")
            {
                axis = token;
                continue;
            }

            Point next = Step(token, points) ?? PointOf(token) ?? pinAt(token)
                ?? throw new InvalidDataException($"{line.Place}: '{token}' is neither a place nor a pin");
            if (points.Count > 0 && axis.Length > 0)
            {
                points.Add(axis == "h" ? new Point(next.X, points[^1].Y) : new Point(points[^1].X, next.Y));
            }

            axis = "";
            if (points.Count > 0 && points[^1].X != next.X && points[^1].Y != next.Y)
            {
                throw new InvalidDataException($"{line.Place}: {points[^1]} to '{token}' at {next} is slanted");
            }

            points.Add(next);
        }

        return points;
    }

    /// <exception cref="InvalidDataException">There is not this number of points.</exception>
    public static IReadOnlyList<Point> ReadPoints(DrawingLine line, int count)
    {
        string[] tokens = line.Path.Split(' ');
        Point?[] points = [.. tokens.Select(PointOf)];
        return points.Length == count && points.All(point => point is not null)
            ? [.. points.Select(point => point!.Value)]
            : throw new InvalidDataException($"{line.Place}: a {line.Kind} takes {count} places such as 12,34");
    }

    private static Point? PointOf(string token)
    {
        string[] numbers = token.Split(',');
        return numbers.Length == 2 && TryNumber(numbers[0], out int x) && TryNumber(numbers[1], out int y)
            ? new Point(x, y)
            : null;
    }

    private static Point? Step(string token, List<Point> points)
    {
        Direction? direction = token[..1] switch
        {
            "u" => Direction.Up,
            "d" => Direction.Down,
            "l" => Direction.Left,
            "r" => Direction.Right,
            _ => null,
        };
        return direction is { } way && points.Count > 0 && TryNumber(token[1..], out int distance)
            ? points[^1].Step(way, distance)
            : null;
    }

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
