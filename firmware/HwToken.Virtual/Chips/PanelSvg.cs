using System.Globalization;
using System.Text;

namespace HwToken.Virtual.Chips;

/// <summary>A picture of the panel as SVG: crisp pixels on a dark glass with rounded corners.</summary>
public static class PanelSvg
{
    private const int Margin = 6;

    /// <param name="picture">What is lit.</param>
    /// <param name="pixelSize">Edge of a pixel, in the units of the drawing's width and height.</param>
    /// <param name="title">Read out to those who do not see it.</param>
    public static string Render(PanelPicture picture, string title, int pixelSize = 4)
    {
        const int Columns = PanelPicture.Width + (2 * Margin);
        const int Rows = PanelPicture.Height + (2 * Margin);
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Columns * pixelSize}\" height=\"{Rows * pixelSize}\" ");
        svg.Append(CultureInfo.InvariantCulture, $"viewBox=\"0 0 {Columns} {Rows}\" role=\"img\">\n");
        svg.Append("  <title>").Append(System.Security.SecurityElement.Escape(title)).Append("</title>\n");
        svg.Append(CultureInfo.InvariantCulture, $"  <rect width=\"{Columns}\" height=\"{Rows}\" rx=\"5\" fill=\"#0b0f14\"/>\n");
        svg.Append("  <path fill=\"#9fe8ff\" shape-rendering=\"crispEdges\" d=\"");
        for (int y = 0; y < PanelPicture.Height; y++)
        {
            AppendRow(svg, picture, y);
        }

        return svg.Append("\"/>\n</svg>\n").ToString();
    }

    /// <summary>A run of lit pixels is one rectangle: from its corner, right, down, back, and closed.</summary>
    private static void AppendRow(StringBuilder svg, PanelPicture picture, int y)
    {
        int x = 0;
        while (x < PanelPicture.Width)
        {
            if (!picture.IsLit(x, y))
            {
                x++;
                continue;
            }

            int start = x;
            while (x < PanelPicture.Width && picture.IsLit(x, y))
            {
                x++;
            }

            int run = x - start;
            svg.Append(CultureInfo.InvariantCulture, $"M{start + Margin} {y + Margin}h{run}v1h-{run}z");
        }
    }
}
