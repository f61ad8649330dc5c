using HwToken.Device.Display;

namespace HwToken.Virtual.Chips;

/// <summary>
/// The SSD1306's memory (GDDRAM, datasheet 8.7) and the pointer that a data byte goes to, in its three addressing
/// modes (10.1.3, figures 10-1 to 10-4).
/// </summary>
internal sealed class Ssd1306Memory
{
    public const int Columns = 128;
    public const int Pages = 8;

    private readonly byte[] _bytes = new byte[Pages * Columns];
    private readonly bool[] _isWritten = new bool[Pages * Columns];

    /// <summary>Bytes of each page that were not written since power-up.</summary>
    private readonly int[] _random = new int[Pages];

    private int _mode;
    private int _page;
    private int _column;
    private int _startColumn;
    private int _firstColumn;
    private int _lastColumn;
    private int _firstPage;
    private int _lastPage;

    /// <summary>Power-up: random content, and the pointers as after a reset.</summary>
    public void PowerUp(Random random)
    {
        random.NextBytes(_bytes);
        Array.Clear(_isWritten);
        Array.Fill(_random, Columns);
        _mode = Ssd1306Command.PageAddressing;
        SetColumns(0, Columns - 1);
        SetPages(0, Pages - 1);
        _startColumn = 0;
    }

    public byte At(int page, int column) => _bytes[(page * Columns) + column];

    /// <summary>Some of this page is still what it was at power-up.</summary>
    public bool IsRandom(int page) => _random[page] > 0;

    public void SetMode(int mode) => _mode = mode & 0x03;

    public void SetStartPage(int page) => _page = page;

    public void SetStartColumnLow(int nibble) => _column = _startColumn = (_startColumn & 0x70) | nibble;

    public void SetStartColumnHigh(int bits) => _column = _startColumn = (bits << 4 & 0x70) | (_startColumn & 0x0F);

    public void SetColumns(int first, int last)
    {
        _firstColumn = _column = first & 0x7F;
        _lastColumn = last & 0x7F;
    }

    public void SetPages(int first, int last)
    {
        _firstPage = _page = first & 0x07;
        _lastPage = last & 0x07;
    }

    public void Write(byte data)
    {
        int at = (_page * Columns) + _column;
        _bytes[at] = data;
        if (!_isWritten[at])
        {
            _isWritten[at] = true;
            _random[_page]--;
        }

        switch (_mode)
        {
            case Ssd1306Command.HorizontalAddressing:
                if (Next(ref _column, _firstColumn, _lastColumn, Columns))
                {
                    Next(ref _page, _firstPage, _lastPage, Pages);
                }

                break;
            case Ssd1306Command.VerticalAddressing:
                if (Next(ref _page, _firstPage, _lastPage, Pages))
                {
                    Next(ref _column, _firstColumn, _lastColumn, Columns);
                }

                break;
            default:
                // The page stays, and the column goes back to the start of the line.
                if (++_column == Columns)
                {
                    _column = _startColumn;
                }

                break;
        }
    }

    /// <returns>True if the pointer went from the last place back to the first.</returns>
    private static bool Next(ref int pointer, int first, int last, int size)
    {
        if (pointer == last)
        {
            pointer = first;
            return true;
        }

        pointer = (pointer + 1) % size;
        return false;
    }
}
