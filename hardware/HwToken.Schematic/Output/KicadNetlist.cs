using System.Text;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Output;

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
