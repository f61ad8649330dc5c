// Resistors, capacitors and colours of a picture.

using HwToken.Pages;
using HwToken.Wiring.Model;

namespace HwToken.Wiring.Output;

/// <summary>Resistors and capacitors on wires (IEC 60617 shapes).</summary>
internal static class Symbols
{
    private const double Thin = 1.6;
    private const double Lead = 9;
    private const double BodyLength = 24;
    private const double BodyWidth = 11;
    private const double PlateGap = 5;
    private const double PlateWidth = 18;
    private const double LabelGap = 5;

    /// <summary>From the wire at (x, y) down to ground or up to a rail.</summary>
    public static void DrawShunt(Svg svg, double x, double y, Passive passive, string color, string railColor)
    {
        bool up = Row.GoesUp(passive);
        double direction = up ? -1 : 1;
        double near = y + (direction * Lead);
        double far = near + (direction * BodyLength);
        double end = far + (direction * Lead);
        svg.Dot(x, y, 3, color);
        svg.Line(x, y, x, near, color, Thin);
        DrawBody(svg, x, Math.Min(near, far), passive, color);
        svg.Line(x, far, x, end, color, Thin);
        svg.Text(x + (PlateWidth / 2) + LabelGap, ((near + far) / 2) + 4, passive.Label, new SvgFont(11.5, color));
        if (up)
        {
            svg.Line(x - 11, end, x + 11, end, railColor, 2.4);
            svg.Text(x, end - 4, passive.To, new SvgFont(10.5, railColor, IsBold: true), "middle");
        }
        else
        {
            DrawGround(svg, x, end, railColor);
        }
    }

    /// <summary>In the wire, its middle at (x, y).</summary>
    public static void DrawSeries(Svg svg, double x, double y, Passive passive, string color)
    {
        svg.Box(x - (BodyLength / 2) - 2, y - (BodyWidth / 2), BodyLength + 4, BodyWidth, "#ffffff", color);
        svg.Text(x, y - BodyWidth, passive.Label, new SvgFont(11.5, color), "middle");
    }

    private static void DrawBody(Svg svg, double x, double top, Passive passive, string color)
    {
        if (!passive.IsCapacitor)
        {
            svg.Box(x - (BodyWidth / 2), top, BodyWidth, BodyLength, "#ffffff", color);
            return;
        }

        double middle = top + (BodyLength / 2);
        svg.Line(x, top, x, middle - (PlateGap / 2), color, Thin);
        svg.Line(x, middle + (PlateGap / 2), x, top + BodyLength, color, Thin);
        svg.Line(x - (PlateWidth / 2), middle - (PlateGap / 2), x + (PlateWidth / 2), middle - (PlateGap / 2), color, 2.4);
        svg.Line(x - (PlateWidth / 2), middle + (PlateGap / 2), x + (PlateWidth / 2), middle + (PlateGap / 2), color, 2.4);
    }

    private static void DrawGround(Svg svg, double x, double y, string color)
    {
        for (int i = 0; i < 3; i++)
        {
            double half = 9 - (3 * i);
            svg.Line(x - half, y + (3.5 * i), x + half, y + (3.5 * i), color, Thin);
        }
    }
}

/// <summary>A colour for each net: the usual ones for the rails, and then one after the other.</summary>
public sealed class Palette
{
    /// <summary>For what is not part of the step that is shown.</summary>
    public const string Pale = "#d8d8d8";

    private static readonly string[] Colors =
    [
        "#1565c0", "#2e7d32", "#b26a00", "#6a1b9a", "#00838f", "#ad1457", "#5d4037", "#558b2f", "#283593", "#00695c",
    ];

    private static readonly Dictionary<string, string> Rails = new()
    {
        [Circuit.Ground] = "#212121",
        ["3V3"] = "#c62828",
        ["3V3_SWITCHED"] = "#ef6c00",
    };

    private readonly Dictionary<string, string> _colors = [];

    public Palette(IEnumerable<string> nets)
    {
        int next = 0;
        foreach (string net in nets)
        {
            _colors[net] = Rails.TryGetValue(net, out string? rail) ? rail : Colors[next++ % Colors.Length];
        }
    }

    public string this[string net] => _colors.GetValueOrDefault(net, Rails[Circuit.Ground]);
}
