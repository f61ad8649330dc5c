// KiCad's text format, and the netlist in it.

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Output;

/// <summary>What KiCad's files have in common.</summary>
internal static class Kicad
{
    /// <summary>The library that the symbols are said to be from; they come with the sheet.</summary>
    public const string Library = "hwtoken";

    /// <summary>In the column of footprints: joined by wires, and not on the board.</summary>
    public const string Wires = "wires";

    public static string Quote(string text) =>
        '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    public static string Number(double value) => Math.Round(value, 4).ToString(CultureInfo.InvariantCulture);

    /// <summary>The same for the same thing each time, so that files do not change without a reason.</summary>
    public static string Id(string thing)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(thing));
        return new Guid(hash.AsSpan(0, 16)).ToString();
    }

    public static string Footprint(BomLine line) => line.Footprint == Wires ? "" : line.Footprint;

    public static string Value(Design design, Component component)
    {
        BomLine line = design.LineOf(component);
        return component.Symbol.Shape is "resistor" or "capacitor" ? Quantity.Brief(line.Value)
            : line.PartNumber.Length > 0 ? line.PartNumber
            : component.Symbol.Name;
    }

    /// <summary>KiCad's name of the type. A ground pin is passive: where a supply returns is not its concern.</summary>
    public static string Name(PinType type) => type switch
    {
        PinType.PowerIn => "power_in",
        PinType.PowerOut => "power_out",
        PinType.Input => "input",
        PinType.Output => "output",
        PinType.Bidirectional => "bidirectional",
        PinType.OpenDrain => "open_collector",
        PinType.Unused => "free",
        _ => "passive",
    };
}

/// <summary>A netlist as KiCad's board editor imports it, with the footprints of the bill of materials.</summary>
public static class KicadNetlist
{
    public static string Write(Design design)
    {
        Component[] components = [.. design.Netlist.Components.Where(c => c.IsDrawn)];
        var text = new StringBuilder("(export (version \"E\")\n");
        text.Append($"  (design (source {Kicad.Quote($"hardware/schematic/{design.Build}-nets.csv")}))\n  (components");
        foreach (Component component in components)
        {
            BomLine line = design.LineOf(component);
            text.Append($"\n    (comp (ref {Kicad.Quote(component.Reference)})");
            text.Append($"\n      (value {Kicad.Quote(Kicad.Value(design, component))})");
            text.Append($"\n      (footprint {Kicad.Quote(Kicad.Footprint(line))})");
            text.Append($"\n      (fields (field (name \"MPN\") {Kicad.Quote(line.PartNumber)}))");
            text.Append($"\n      (libsource (lib {Kicad.Quote(Kicad.Library)})");
            text.Append($" (part {Kicad.Quote(component.Symbol.Name)})");
            text.Append($" (description {Kicad.Quote(component.Symbol.Title)}))");
            text.Append($"\n      (tstamps {Kicad.Quote(Kicad.Id(component.Reference))}))");
        }

        text.Append(")\n  (nets");
        int code = 0;
        foreach (string net in design.Netlist.Nets)
        {
            code++;
            text.Append($"\n    (net (code \"{code}\") (name {Kicad.Quote(net)})");
            foreach (Terminal terminal in design.Netlist.On(net))
            {
                text.Append($"\n      (node (ref {Kicad.Quote(terminal.Component.Reference)})");
                text.Append($" (pin {Kicad.Quote(terminal.Pin.Number)})");
                text.Append($" (pinfunction {Kicad.Quote(terminal.Pin.Name)})");
                text.Append($" (pintype {Kicad.Quote(Kicad.Name(terminal.Pin.Type))}))");
            }

            text.Append(')');
        }

        return text.Append("))\n").ToString();
    }
}
