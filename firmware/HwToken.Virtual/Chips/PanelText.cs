using System.Text;

namespace HwToken.Virtual.Chips;

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
