// How symbols look, the room that they take, and where their pins end.

using System.Globalization;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

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

/// <summary>The room that symbols take without their pins.</summary>
public static class Bodies
{
    /// <summary>About the middle, pixels, before the symbol is turned: as <see cref="Output"/> draws them.</summary>
    private static readonly Dictionary<string, Box> Shapes = new()
    {
        ["resistor"] = new Box(-6, -14, 6, 14),
        ["capacitor"] = new Box(-11, -4, 11, 4),
        ["diode"] = new Box(-8, -8, 12, 8),
        ["junction-diode"] = new Box(-8, -8, 8, 8),
        ["tvs"] = new Box(-12, -11, 12, 11),
        ["fuse"] = new Box(-14, -6, 14, 6),
        ["dual-diode"] = new Box(-8, -24, 16, 24),
        ["pmos"] = new Box(-13, -10, 13, 5),
        ["switch"] = new Box(-13, -14, 13, 3),
        ["cell"] = new Box(-12, -17, 12, 6),
        ["loop"] = new Box(-14, -9, 14, 9),
        ["pad"] = new Box(-6, -6, 6, 6),
    };

    public static Box Of(Component component)
    {
        double x = component.X * Grid.Pixels;
        double y = component.Y * Grid.Pixels;
        if (!Shapes.TryGetValue(component.Symbol.Shape, out Box box))
        {
            double right = component.Symbol.Width * Grid.Pixels / 2;
            double down = component.Symbol.Height * Grid.Pixels / 2;
            box = new Box(-right, -down, right, down);
        }

        box = component.Turn switch
        {
            90 => new Box(-box.Bottom, box.Left, -box.Top, box.Right),
            180 => new Box(-box.Right, -box.Bottom, -box.Left, -box.Top),
            270 => new Box(box.Top, -box.Right, box.Bottom, -box.Left),
            _ => box,
        };
        return new Box(x + box.Left, y + box.Top, x + box.Right, y + box.Bottom);
    }
}

/// <summary>The pins in one slot of a symbol, where a wire meets them.</summary>
/// <param name="End">The free end.</param>
/// <param name="Out">Away from the symbol.</param>
public sealed record DrawnPin(IReadOnlyList<Terminal> Terminals, Point End, Direction Out)
{
    private const int BoxPinLength = 2;
    private const int ShapePinLength = 1;
    private const int QuarterTurn = 90;
    private const int Directions = 4;

    public Terminal First => Terminals[0];

    public string Net => First.Net;

    /// <summary>From the body to the free end, grid units.</summary>
    public static int LengthIn(Symbol symbol) => symbol.Shape == "box" ? BoxPinLength : ShapePinLength;

    public static IReadOnlyList<DrawnPin> Of(Component component, Netlist netlist) =>
    [
        .. netlist.Of(component).Where(t => t.Pin.Side != Side.None)
            .GroupBy(t => (t.Pin.Side, t.Pin.Slot))
            .Select(slot => new DrawnPin(
                [.. slot],
                new Point(component.X, component.Y)
                    + Local(component.Symbol, slot.Key.Side, slot.Key.Slot).Turn(component.Turn),
                Turned(slot.Key.Side, component.Turn))),
    ];

    /// <summary>From the middle of the symbol, before it is turned.</summary>
    public static Point Local(Symbol symbol, Side side, int slot)
    {
        int along = 2 * slot;
        int x = symbol.Width / 2;
        int y = symbol.Height / 2;
        int length = LengthIn(symbol);
        return side switch
        {
            Side.Left => new Point(-x - length, along - y),
            Side.Right => new Point(x + length, along - y),
            Side.Top => new Point(along - x, -y - length),
            _ => new Point(along - x, y + length),
        };
    }

    /// <summary>Away from the body, before the symbol is turned.</summary>
    public static Direction OutOf(Side side) => side switch
    {
        Side.Left => Direction.Left,
        Side.Right => Direction.Right,
        Side.Top => Direction.Up,
        _ => Direction.Down,
    };

    private static Direction Turned(Side side, int degrees) =>
        (Direction)(((int)OutOf(side) + (degrees / QuarterTurn)) % Directions);
}
