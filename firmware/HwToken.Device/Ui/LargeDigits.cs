namespace HwToken.Device.Ui;

/// <summary>Bold digits for codes that are read at arm's length, in two sizes.</summary>
/// <remarks>
/// The table holds the digits 0 to 9, each page by page from the top, each page column by column from the left, bit 0
/// on top: what a page takes of a digit is one piece.
/// </remarks>
public sealed class LargeDigits
{
    /// <summary>14x32 pixels: six of them, in the first frame after waking, take no more of the bus than they may.</summary>
    public static readonly LargeDigits Tall = new(14, 4, 3, 16, LargeDigitTables.Tall);

    /// <summary>13x24 pixels: eight of them fit beside each other.</summary>
    public static readonly LargeDigits Small = new(13, 3, 2, 10, LargeDigitTables.Small);

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

    /// <summary>Draws a code in the middle of the line, in two groups: 3 and 3, 3 and 4, or 4 and 4 digits.</summary>
    public void Draw(Canvas canvas, int topPage, int code, int digits)
    {
        int firstGroup = digits / 2;
        int length = (digits * _width) + ((digits - 2) * _gap) + _groupGap;
        int column = (Canvas.Width + length) / 2;
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
