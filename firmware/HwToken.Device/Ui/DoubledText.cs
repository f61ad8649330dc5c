namespace HwToken.Device.Ui;

/// <summary>Glyphs of <see cref="TextFont"/>, twice as wide and high: 10x16 pixels, on two pages.</summary>
internal static class DoubledText
{
    public const int GlyphWidth = 2 * TextFont.GlyphWidth;

    public const int CellWidth = 2 * TextFont.CellWidth;

    /// <param name="page">The upper one.</param>
    public static void Draw(Canvas canvas, int page, int column, int rune)
    {
        int glyph = TextFont.GlyphOf(rune) * TextFont.GlyphWidth;
        for (int i = 0; i < TextFont.GlyphWidth; i++)
        {
            int rows = TextFont.Glyphs[glyph + i];
            canvas.Fill(page, column + (2 * i), 2, Doubled(rows & 0x0F));
            canvas.Fill(page + 1, column + (2 * i), 2, Doubled(rows >> 4));
        }
    }

    /// <summary>Draws a text in the middle.</summary>
    /// <param name="text">At most ten characters.</param>
    public static void DrawCentered(Canvas canvas, int page, string text)
    {
        int column = (Canvas.Width + 2 - (text.Length * CellWidth)) / 2;
        for (int i = 0; i < text.Length; i++)
        {
            Draw(canvas, page, column, text[i]);
            column += CellWidth;
        }
    }

    /// <summary>Each of the lower four bits, twice.</summary>
    private static byte Doubled(int rows)
    {
        int doubled = 0;
        for (int row = 0; row < 4; row++)
        {
            if ((rows & (1 << row)) != 0)
            {
                doubled |= 3 << (2 * row);
            }
        }

        return (byte)doubled;
    }
}
