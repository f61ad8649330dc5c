// The drawings of a build by file name, and the SVG among them.

using System.Globalization;
using System.Net;
using System.Text;
using HwToken.Schematic.Drawing;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Output;

/// <summary>What is written for each build, by the file's name in hardware/schematic.</summary>
public static class Drawings
{
    public static IReadOnlyDictionary<string, string> Of(Sheet sheet) => new Dictionary<string, string>
    {
        [$"{sheet.Design.Build}.svg"] = SvgSheet.Draw(sheet),
        [$"{sheet.Design.Build}.kicad_sch"] = KicadSheet.Write(sheet),
        [$"{sheet.Design.Build}.net"] = KicadNetlist.Write(sheet.Design),
    };
}

/// <summary>A drawing as SVG.</summary>
public static class SvgSheet
{
    private const double Scale = Grid.Pixels;

    private const string Style =
        "text{font-family:'DejaVu Sans Mono',Menlo,Consolas,monospace}"
        + ".body{fill:#fffbe8;stroke:#7b1e1e;stroke-width:1.4}"
        + ".line{fill:none;stroke:#7b1e1e;stroke-width:1.4}"
        + ".solid{fill:#7b1e1e;stroke:none}"
        + ".wire{fill:none;stroke:#0b6b2e;stroke-width:1.4}"
        + ".dot{fill:#0b6b2e}"
        + ".cross{stroke:#1d4ed8;stroke-width:1.2}"
        + ".frame{fill:none;stroke:#9ca3af;stroke-dasharray:4 3}"
        + ".ref{fill:#111827;font-weight:bold}.value{fill:#111827}.pin{fill:#0f5e6b}.number{fill:#7b1e1e}"
        + ".label{fill:#6d28d9}.power{fill:#111827}.head{fill:#374151;font-weight:bold}.note{fill:#374151}";

    public static string Draw(Sheet sheet)
    {
        var svg = new StringBuilder();
        double width = sheet.Size.X * Scale;
        double height = sheet.Size.Y * Scale;
        Line(svg, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" "
            + $"height=\"{height}\" role=\"img\">");
        Line(svg, $"<title>{WebUtility.HtmlEncode(sheet.Title)}</title>");
        Line(svg, $"<style>{Style}</style>");
        Line(svg, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        foreach ((_, Point from, Point to) in sheet.Frames)
        {
            Line(svg, $"<rect class=\"frame\" x=\"{Px(from.X)}\" y=\"{Px(from.Y)}\" width=\"{Px(to.X - from.X)}\" "
                + $"height=\"{Px(to.Y - from.Y)}\" rx=\"6\"/>");
        }

        foreach (Segment s in sheet.Segments)
        {
            Line(svg, $"<path class=\"wire\" d=\"M{Px(s.A.X)} {Px(s.A.Y)}L{Px(s.B.X)} {Px(s.B.Y)}\"/>");
        }

        foreach (Point junction in sheet.Junctions)
        {
            Line(svg, $"<circle class=\"dot\" cx=\"{Px(junction.X)}\" cy=\"{Px(junction.Y)}\" r=\"3\"/>");
        }

        foreach (Component component in sheet.Symbols)
        {
            string turn = component.Turn == 0 ? "" : $" rotate({component.Turn})";
            Line(svg, $"<g transform=\"translate({Px(component.X)} {Px(component.Y)}){turn}\">"
                + SvgShapes.Of(component.Symbol) + "</g>");
        }

        foreach (Mark mark in sheet.Marks)
        {
            svg.Append(SvgShapes.Of(mark));
        }

        foreach (SheetText text in SheetTexts.Of(sheet).Where(text => text.Text.Length > 0))
        {
            string anchor = text.Anchor switch
            {
                Anchor.Start => "",
                Anchor.Middle => " text-anchor=\"middle\"",
                _ => " text-anchor=\"end\"",
            };
            Line(svg, $"<text class=\"{text.Style}\" x=\"{text.X:0.##}\" y=\"{text.Y:0.##}\" "
                + $"font-size=\"{text.Size}\"{anchor}>{WebUtility.HtmlEncode(text.Text)}</text>");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static double Px(int units) => units * Scale;

    private static void Line(StringBuilder svg, FormattableString text) =>
        svg.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Line(StringBuilder svg, string text) => svg.Append(text).Append('\n');
}

/// <summary>Symbols about their middle, and the signs at the ends of wires.</summary>
internal static class SvgShapes
{
    public static string Of(Symbol symbol) => string.Concat(Shapes.Of(symbol).Select(Path));

    public static string Of(Mark mark)
    {
        string body = mark.Kind switch
        {
            MarkKind.Ground => "<path class=\"line\" d=\"M0 0V5M-8 5H8M-5 9H5M-2 13H2\"/>",
            MarkKind.Power => "<path class=\"line\" d=\"M0 0V-8M-7-8H7\"/>",
            MarkKind.Cross => "<path class=\"cross\" d=\"M-4-4L4 4M-4 4L4-4\"/>",
            _ => "",
        };
        return body.Length == 0
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"<g transform=\"translate({mark.At.X * Grid.Pixels} {mark.At.Y * Grid.Pixels})\">{body}</g>\n");
    }

    private static string Path(Stroke stroke)
    {
        string style = stroke.Fill switch
        {
            Fill.Body => "body",
            Fill.Solid => "solid",
            _ => "line",
        };
        IEnumerable<string> points =
            stroke.Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X} {p.Y}"));
        string close = stroke.Fill == Fill.None ? "" : "Z";
        return $"<path class=\"{style}\" d=\"M{string.Join('L', points)}{close}\"/>";
    }
}
