using System.Globalization;
using HwToken.Schematic.Drawing;
using HwToken.Schematic.Inputs;

namespace HwToken.Schematic.Output;

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
