using System;
using HwToken.Device.Ports;

namespace HwToken.Device.Ui;

/// <summary>
/// The picture in memory, and what of it the panel does not show yet. Drawing is by columns of a page, one byte for
/// eight pixels, as the panel takes them; nothing is allocated after construction.
/// </summary>
public sealed class Canvas
{
    public const int Width = 128;
    public const int Pages = 8;

    /// <summary>
    /// Columns that cost as much to send again as a second write costs to address: unchanged columns between two
    /// changes are sent along up to that many.
    /// </summary>
    private const int BridgedColumns = 8;

    private readonly IDisplay _display;
    private readonly byte[] _frame = new byte[Pages * Width];
    private readonly byte[] _panel = new byte[Pages * Width];

    // What was drawn upon since the last flush: from _from up to, not including, _to; the same where nothing was.
    private readonly int[] _from = new int[Pages];
    private readonly int[] _to = new int[Pages];

    public Canvas(IDisplay display)
    {
        _display = display;
        Forget();
    }

    /// <summary>The panel shows nothing now, as after it was switched on; neither does the canvas.</summary>
    public void Forget()
    {
        Array.Clear(_frame, 0, _frame.Length);
        Array.Clear(_panel, 0, _panel.Length);
        for (int page = 0; page < Pages; page++)
        {
            ResetMarks(page);
        }
    }

    /// <summary>Makes pages dark.</summary>
    public void Clear(int firstPage, int pages)
    {
        Array.Clear(_frame, firstPage * Width, pages * Width);
        for (int page = firstPage; page < firstPage + pages; page++)
        {
            Mark(page, 0, Width);
        }
    }

    /// <summary>Copies columns into a page: bit 0 on top.</summary>
    public void Copy(int page, int column, byte[] source, int offset, int count)
    {
        Array.Copy(source, offset, _frame, (page * Width) + column, count);
        Mark(page, column, count);
    }

    /// <summary>Makes columns of a page all alike.</summary>
    public void Fill(int page, int column, int count, byte pattern)
    {
        int end = (page * Width) + column + count;
        for (int i = end - count; i < end; i++)
        {
            _frame[i] = pattern;
        }

        Mark(page, column, count);
    }

    /// <summary>Moves columns of a page down by one row; the lowest is lost.</summary>
    public void MoveDown(int page, int column, int count)
    {
        int end = (page * Width) + column + count;
        for (int i = end - count; i < end; i++)
        {
            _frame[i] <<= 1;
        }

        Mark(page, column, count);
    }

    /// <summary>Swaps lit and dark on a whole page.</summary>
    public void InvertPage(int page)
    {
        int end = (page + 1) * Width;
        for (int i = end - Width; i < end; i++)
        {
            _frame[i] = (byte)~_frame[i];
        }

        Mark(page, 0, Width);
    }

    /// <summary>Lights the dark panel; where that takes whole pages, these are the first that it shows.</summary>
    public void Light(int firstPage, int pages)
    {
        if (_display.Light(_frame, firstPage, pages))
        {
            Array.Copy(_frame, firstPage * Width, _panel, firstPage * Width, pages * Width);
        }
    }

    /// <summary>Writes to the panel what it does not show yet, and no more.</summary>
    public void Flush()
    {
        for (int page = 0; page < Pages; page++)
        {
            if (_from[page] < _to[page])
            {
                FlushPage(page * Width, _from[page], _to[page]);
                ResetMarks(page);
            }
        }
    }

    private void FlushPage(int start, int from, int to)
    {
        byte[] frame = _frame;
        byte[] panel = _panel;
        int at = start + from;
        int end = start + to;
        while (at < end)
        {
            if (frame[at] == panel[at])
            {
                at++;
                continue;
            }

            int first = at;
            int behind = at + 1;
            for (at = behind; at < end && at - behind <= BridgedColumns; at++)
            {
                if (frame[at] != panel[at])
                {
                    behind = at + 1;
                }
            }

            int count = behind - first;
            _display.WritePage(start / Width, first - start, frame, first, count);
            Array.Copy(frame, first, panel, first, count);
        }
    }

    private void Mark(int page, int column, int count)
    {
        if (column < _from[page])
        {
            _from[page] = column;
        }

        if (column + count > _to[page])
        {
            _to[page] = column + count;
        }
    }

    private void ResetMarks(int page)
    {
        _from[page] = Width;
        _to[page] = 0;
    }
}
