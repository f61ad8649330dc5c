using System.Globalization;
using HwToken.Schematic.Inputs;

namespace HwToken.Schematic.Drawing;

public enum Fill
{
    None,

    /// <summary>The colour of bodies.</summary>
    Body,

    /// <summary>The colour of the line.</summary>
    Solid,
}

/// <summary>A line through points about the middle of a symbol, pixels; closed where it is filled.</summary>
public sealed record Stroke(IReadOnlyList<(double X, double Y)> Points, Fill Fill);

/// <summary>How symbols look, after IEC 60617, before they are turned.</summary>
public static class Shapes
{
    private const string Plates = "-11,-3 11,-3;-11,3 11,3";
    private const string Diode = "8,-8 8,8;4,-5 4,-8 8,-8;8,8 12,8 12,5;*-8,-8 8,0 -8,8";

    /// <summary>Strokes with semicolons between; = before one fills it as a body, * with the line's colour.</summary>
    private static readonly Dictionary<string, IReadOnlyList<Stroke>> Strokes = new Dictionary<string, string>
    {
        ["resistor"] = "0,-24 0,-14;0,14 0,24;=-6,-14 6,-14 6,14 -6,14",
        ["capacitor"] = "0,-24 0,-3;0,3 0,24;" + Plates,
        ["diode"] = "-24,0 -8,0;8,0 24,0;" + Diode,
        ["junction-diode"] = "-24,0 -8,0;8,0 24,0;8,-8 8,8;*-8,-8 8,0 -8,8",
        ["dual-diode"] = "-24,-16 -8,-16;-24,16 -8,16;8,-16 16,-16 16,16 8,16;16,0 24,0;"
            + "8,-24 8,-8;*-8,-24 8,-16 -8,-8;8,8 8,24;*-8,8 8,16 -8,24",
        ["tvs"] = "-24,0 -12,0;12,0 24,0;0,-8 0,8;-4,-11 0,-8;0,8 4,11;*-12,-7 0,0 -12,7;*12,-7 0,0 12,7",
        ["fuse"] = "=-14,-6 14,-6 14,6 -14,6;-24,0 24,0",
        ["pmos"] = "-24,0 -10,0 -10,-4;24,0 10,0 10,-4;-13,-4 -6,-4;-3,-4 3,-4;6,-4 13,-4;-12,4 12,4;0,4 0,24;"
            + "0,-4 0,-10 10,-10 10,0;*0,-5 -4,-10 4,-10",
        ["switch"] = "-24,0 -12,0;12,0 24,0;-10,-8 10,-8;0,-8 0,-14;-5,-14 5,-14;"
            + "=-12,0 -10,-2 -8,0 -10,2;=8,0 10,-2 12,0 10,2",
        ["cell"] = "0,-24 0,-4;0,4 0,24;-12,-4 12,-4;5,-14 11,-14;8,-17 8,-11;*-6,3 6,3 6,6 -6,6",
        ["loop"] = "-24,0 -14,0 -13,-5 -9,-9 -5,-5 -4,0 -3,5 1,9 5,5 6,0 7,-5 10,-8 13,-5 14,0 24,0",
        ["pad"] = "-24,0 -6,0;=-6,-2 -2,-6 2,-6 6,-2 6,2 2,6 -2,6 -6,2",
    }.ToDictionary(shape => shape.Key, shape => Parse(shape.Value));

    /// <exception cref="InvalidDataException">There is no such shape.</exception>
    public static IReadOnlyList<Stroke> Of(Symbol symbol)
    {
        if (symbol.Shape == "box")
        {
            double right = symbol.Width * Grid.Pixels / 2;
            double down = symbol.Height * Grid.Pixels / 2;
            return
            [
                new Stroke([(-right, -down), (right, -down), (right, down), (-right, down)], Fill.Body),
                .. symbol.Pins.Where(pin => pin.Side != Side.None).Select(pin => PinOf(symbol, pin)).Distinct(),
            ];
        }

        return Strokes.TryGetValue(symbol.Shape, out IReadOnlyList<Stroke>? strokes)
            ? strokes
            : throw new InvalidDataException($"symbols.csv: {symbol.Name} has the unknown shape '{symbol.Shape}'");
    }

    private static Stroke PinOf(Symbol symbol, SymbolPin pin)
    {
        Point end = DrawnPin.Local(symbol, pin.Side, pin.Slot);
        Point body = end.Step(DrawnPin.OutOf(pin.Side), -DrawnPin.LengthIn(symbol));
        return new Stroke(
            [(end.X * Grid.Pixels, end.Y * Grid.Pixels), (body.X * Grid.Pixels, body.Y * Grid.Pixels)], Fill.None);
    }

    internal static IReadOnlyList<Stroke> Parse(string strokes) => [.. strokes.Split(';').Select(stroke => new Stroke(
        [.. stroke.TrimStart('=', '*').Split(' ').Select(ParsePoint)],
        stroke[0] switch
        {
            '=' => Fill.Body,
            '*' => Fill.Solid,
            _ => Fill.None,
        }))];

    private static (double X, double Y) ParsePoint(string point)
    {
        string[] numbers = point.Split(',');
        return (
            double.Parse(numbers[0], CultureInfo.InvariantCulture),
            double.Parse(numbers[1], CultureInfo.InvariantCulture));
    }
}
