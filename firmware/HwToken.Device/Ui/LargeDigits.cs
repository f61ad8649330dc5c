namespace HwToken.Device.Ui;

/// <summary>Bold digits for codes that are read at arm's length, in two sizes.</summary>
/// <remarks>
/// The table holds the digits 0 to 9, each page by page from the top, each page column by column from the left, bit 0
/// on top: what a page takes of a digit is one piece.
/// </remarks>
public sealed class LargeDigits
{
    private readonly byte[] _table;
    private readonly int _width;
    private readonly int _gap;
    private readonly int _groupGap;

    private LargeDigits(int width, int pages, int gap, int groupGap, byte[] table)
    {
        _width = width;
        Pages = pages;
        _gap = gap;
        _groupGap = groupGap;
        _table = table;
    }

    /// <summary>Pages of 8 rows that a digit is high.</summary>
    public int Pages { get; }

    // Both are made on demand and not kept in static fields: nanoFramework runs all static initializers at the start,
    // and this class's may come before that of the tables (github.com/nanoframework/Home/issues/1156).

    /// <summary>
    /// 14x30 pixels on 4 pages, a dark row above and below: six of them. Wider ones would take more of the bus in the
    /// first frame after waking than they may.
    /// </summary>
    public static LargeDigits CreateTall()
    {
        return new LargeDigits(width: 14, pages: 4, gap: 3, groupGap: 16, LargeDigitTables.Tall);
    }

    /// <summary>13x24 pixels on 3 pages: eight of them fit beside each other.</summary>
    public static LargeDigits CreateSmall()
    {
        return new LargeDigits(width: 13, pages: 3, gap: 2, groupGap: 10, LargeDigitTables.Small);
    }

    /// <summary>Draws a code in the middle of the line, in two groups: 3 and 3, 3 and 4, or 4 and 4 digits.</summary>
    public void Draw(Canvas canvas, int topPage, int code, int digits)
    {
        Draw(canvas, topPage, (Canvas.Width + LengthOf(digits)) / 2, code, digits);
    }

    /// <summary>Draws a code at the right edge, with room for a word before six digits.</summary>
    public void DrawRight(Canvas canvas, int topPage, int code, int digits)
    {
        Draw(canvas, topPage, Canvas.Width, code, digits);
    }

    private int LengthOf(int digits)
    {
        return (digits * _width) + ((digits - 2) * _gap) + _groupGap;
    }

    /// <param name="column">The first one behind the digits.</param>
    private void Draw(Canvas canvas, int topPage, int column, int code, int digits)
    {
        int firstGroup = digits / 2;
        for (int i = digits - 1; i >= 0; i--)
        {
            column -= _width;
            int glyph = code % 10 * Pages * _width;
            for (int page = 0; page < Pages; page++)
            {
                canvas.Copy(topPage + page, column, _table, glyph + (page * _width), _width);
            }

            column -= i == firstGroup ? _groupGap : _gap;
            code /= 10;
        }
    }
}
