using System.Text;
using System.Text.RegularExpressions;
using HwToken.Schematic.Drawing;
using HwToken.Schematic.Inputs;

namespace HwToken.Schematic.Output;

/// <summary>Symbols as KiCad keeps them inside a sheet. Its library's y axis points up.</summary>
internal static partial class KicadLibrary
{
    public const string Flag = "PWR_FLAG";

    private const string Font = "(effects (font (size 1.27 1.27)))";
    private const string Hidden = "(effects (font (size 1.27 1.27)) hide)";
    private const string Line = "(stroke (width 0.15) (type default) (color 0 0 0 0))";

    /// <summary>Names without what KiCad does not take in one.</summary>
    public static string Identifier(string name) => NotInNames().Replace(name, "_");

    public static string Of(Symbol symbol)
    {
        string name = Identifier(symbol.Name);
        bool box = symbol.Shape == "box";
        var text = new StringBuilder($"    (symbol \"{Kicad.Library}:{name}\"");
        text.Append(box ? " (pin_names (offset 0.5))" : " (pin_numbers hide) (pin_names (offset 0) hide)");
        text.Append(" (in_bom yes) (on_board yes)\n");
        Properties(text, "U", symbol.Name);
        text.Append($"      (symbol \"{name}_0_1\"\n");
        foreach (Stroke stroke in Shapes.Of(symbol).Where(stroke => !box || stroke.Fill != Fill.None))
        {
            text.Append(Polyline(stroke));
        }

        text.Append("      )\n");
        text.Append($"      (symbol \"{name}_1_1\"\n");
        foreach (SymbolPin pin in symbol.Pins)
        {
            Side side = pin.Side == Side.None ? Side.Bottom : pin.Side;
            Point end = pin.Side == Side.None ? new Point(0, 0) : DrawnPin.Local(symbol, side, pin.Slot);
            int length = pin.Side == Side.None ? 0 : DrawnPin.LengthIn(symbol);
            string hide = pin.Side == Side.None ? " hide" : "";
            text.Append($"        (pin {TypeOf(symbol, pin)} line ");
            text.Append($"(at {Kicad.Number(end.X * Grid.Millimetres)} ");
            text.Append($"{Kicad.Number(-end.Y * Grid.Millimetres)} {Angle(side)}) ");
            text.Append($"(length {Kicad.Number(length * Grid.Millimetres)}){hide} ");
            text.Append($"(name {Kicad.Quote(pin.Name)} {Font}) (number {Kicad.Quote(pin.Number)} {Font}))\n");
        }

        return text.Append("      )\n    )\n").ToString();
    }

    /// <summary>A supply's bar, or ground: KiCad joins them by name.</summary>
    public static string Power(string net)
    {
        bool ground = net == Model.Terminal.Ground;
        string shape = ground
            ? "0,0 0,5;-8,5 8,5;-5,9 5,9;-2,13 2,13"
            : "0,0 0,-8;-7,-8 7,-8";
        return OnePin($"power_{net}", net, "power_in", shape, ground ? 270 : 90);
    }

    /// <summary>Tells KiCad's check that a net is fed through what it takes for passive.</summary>
    public static string PowerFlag() =>
        OnePin(Flag, Flag, "power_out", "0,0 0,-6;0,-6 -5,-10 0,-14 5,-10 0,-6", 90);

    /// <summary>Of several pins that are one source, one is; KiCad would take them for several.</summary>
    private static string TypeOf(Symbol symbol, SymbolPin pin)
    {
        SymbolPin first = symbol.Pins.First(p => p.Type == pin.Type && (p.Side, p.Slot) == (pin.Side, pin.Slot));
        return Kicad.Name(pin.Type == PinType.PowerOut && first != pin ? PinType.Passive : pin.Type);
    }

    private static string OnePin(string symbol, string value, string type, string shape, int angle)
    {
        string name = Identifier(symbol);
        var text = new StringBuilder($"    (symbol \"{Kicad.Library}:{name}\" (power) (pin_names (offset 0) hide)");
        text.Append(" (in_bom yes) (on_board yes)\n");
        Properties(text, "#PWR", value);
        text.Append($"      (symbol \"{name}_0_1\"\n");
        foreach (Stroke stroke in Shapes.Parse(shape))
        {
            text.Append(Polyline(stroke));
        }

        text.Append($"      )\n      (symbol \"{name}_1_1\"\n");
        text.Append($"        (pin {type} line (at 0 0 {angle}) (length 0) hide ");
        text.Append($"(name {Kicad.Quote(value)} {Font}) (number \"1\" {Font}))\n");
        return text.Append("      )\n    )\n").ToString();
    }

    private static void Properties(StringBuilder text, string reference, string value)
    {
        text.Append($"      (property \"Reference\" \"{reference}\" (id 0) (at 0 0 0) {Font})\n");
        text.Append($"      (property \"Value\" {Kicad.Quote(value)} (id 1) (at 0 0 0) {Font})\n");
        text.Append($"      (property \"Footprint\" \"\" (id 2) (at 0 0 0) {Hidden})\n");
        text.Append($"      (property \"Datasheet\" \"\" (id 3) (at 0 0 0) {Hidden})\n");
    }

    private static string Polyline(Stroke stroke)
    {
        const double scale = Grid.Millimetres / Grid.Pixels;
        IEnumerable<(double X, double Y)> points =
            stroke.Fill == Fill.None ? stroke.Points : stroke.Points.Append(stroke.Points[0]);
        string corners = string.Join(
            ' ', points.Select(p => $"(xy {Kicad.Number(p.X * scale)} {Kicad.Number(-p.Y * scale)})"));
        string fill = stroke.Fill switch
        {
            Fill.Body => "background",
            Fill.Solid => "outline",
            _ => "none",
        };
        return $"        (polyline (pts {corners}) {Line} (fill (type {fill})))\n";
    }

    /// <summary>From the free end to the body, counter-clockwise from the right.</summary>
    private static int Angle(Side side) => side switch
    {
        Side.Left => 0,
        Side.Right => 180,
        Side.Top => 270,
        _ => 90,
    };

    [GeneratedRegex("[^A-Za-z0-9_+.-]")]
    private static partial Regex NotInNames();
}
