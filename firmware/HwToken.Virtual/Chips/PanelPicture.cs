// A picture of the panel, and how it is drawn as text and as SVG.
using System.Globalization;
using System.Text;

namespace HwToken.Virtual.Chips;

/// <summary>128x64 pixels as they were at one moment.</summary>
public sealed class PanelPicture
{
    public const int Width = 128;
    public const int Height = 64;

    private const int PageHeight = 8;

    /// <summary>As the panel's memory: 8 pages of 128 columns, one byte a column, bit 0 on top.</summary>
    private readonly byte[] _memory;

    internal PanelPicture(byte[] memory)
    {
        _memory = memory;
    }

    /// <param name="x">0 (left) to 127.</param>
    /// <param name="y">0 (top) to 63.</param>
    public bool IsLit(int x, int y) => (_memory[(y / PageHeight * Width) + x] >> (y % PageHeight) & 1) != 0;

    /// <summary>64 lines of 128 characters, <c>#</c> lit and <c>.</c> dark, each ended by a line feed.</summary>
    public string ToText() => string.Create((Width + 1) * Height, this, static (text, picture) =>
    {
        int at = 0;
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < Width; x++)
            {
                text[at++] = picture.IsLit(x, y) ? '#' : '.';
            }

            text[at++] = '\n';
        }
    });
}

/// <summary>Pictures of the panel made of characters, with a frame around it, lines ended by a line feed, no colours.</summary>
/// <remarks>Lit pixels are drawn as ink: right on a dark terminal, inverted on a light one.</remarks>
public static class PanelText
{
    private const int Width = PanelPicture.Width;
    private const int Height = PanelPicture.Height;

    /// <summary>The dots of a braille cell, by column and row: their bits from U+2800 on (Unicode, "Braille Patterns").</summary>
    private static readonly int[,] BrailleDots = { { 0x01, 0x02, 0x04, 0x40 }, { 0x08, 0x10, 0x20, 0x80 } };

    /// <summary>Two pixels a character, one above the other: 130 columns, 34 lines.</summary>
    public static string HalfBlocks(PanelPicture picture) =>
        Frame(Width, Height / 2, "╭─╮│╰╯", (x, y) => Stacked(picture, x, y, " ▀▄█"));

    /// <summary>Eight pixels a character: 66 columns, 18 lines, which fits any terminal.</summary>
    public static string Braille(PanelPicture picture) =>
        Frame(Width / 2, Height / 4, "╭─╮│╰╯", (x, y) => BrailleCell(picture, x, y));

    /// <summary>Two pixels a character in plain ASCII: 130 columns, 34 lines.</summary>
    public static string Ascii(PanelPicture picture) =>
        Frame(Width, Height / 2, "+-+|++", (x, y) => Stacked(picture, x, y, " '.#"));

    private static string Frame(int columns, int lines, string border, Func<int, int, char> cell)
    {
        var text = new StringBuilder((columns + 3) * (lines + 2));
        text.Append(border[0]).Append(border[1], columns).Append(border[2]).Append('\n');
        for (int y = 0; y < lines; y++)
        {
            text.Append(border[3]);
            for (int x = 0; x < columns; x++)
            {
                text.Append(cell(x, y));
            }

            text.Append(border[3]).Append('\n');
        }

        return text.Append(border[4]).Append(border[1], columns).Append(border[5]).Append('\n').ToString();
    }

    /// <param name="shapes">For none, the upper, the lower and both of the pixels.</param>
    private static char Stacked(PanelPicture picture, int x, int y, string shapes) =>
        shapes[(picture.IsLit(x, 2 * y) ? 1 : 0) + (picture.IsLit(x, (2 * y) + 1) ? 2 : 0)];

    private static char BrailleCell(PanelPicture picture, int x, int y)
    {
        int dots = 0;
        for (int column = 0; column < 2; column++)
        {
            for (int row = 0; row < 4; row++)
            {
                if (picture.IsLit((2 * x) + column, (4 * y) + row))
                {
                    dots |= BrailleDots[column, row];
                }
            }
        }

        // Without dots it is U+2800 and no blank, which some fonts draw narrower than the patterns.
        return (char)(0x2800 + dots);
    }
}

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
