using HwToken.Core.Protocol;
using HwToken.Core.Text;

namespace HwToken.Device.Ui;

/// <summary>One line of text as it is put together: glyphs of <see cref="TextFont"/>, in a buffer allocated once.</summary>
public sealed class TextLine
{
    /// <summary>Characters that fit beside each other on the panel.</summary>
    public const int MaxShown = Canvas.Width / TextFont.CellWidth;

    /// <summary>Characters a line holds until it is cut to what fits: an account's name has no more.</summary>
    private const int Capacity = Limits.NameLength;

    private readonly byte[] _glyphs = new byte[Capacity];

    public int Length { get; private set; }

    public TextLine Clear()
    {
        Length = 0;
        return this;
    }

    public TextLine Add(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            AddRune(text[i]);
        }

        return this;
    }

    /// <summary>Adds UTF-8 from <paramref name="from"/> up to, not including, <paramref name="to"/>.</summary>
    public TextLine AddUtf8(byte[] text, int from, int to)
    {
        while (from < to)
        {
            AddRune(Utf8.Next(text, to, ref from));
        }

        return this;
    }

    /// <param name="value">At least 0.</param>
    /// <param name="minDigits">Zeros are put before it until it has as many.</param>
    public TextLine AddNumber(long value, int minDigits = 1)
    {
        int start = Length;
        int digits = 0;
        do
        {
            AddRune('0' + (int)(value % 10));
            value /= 10;
            digits++;
        }
        while (value > 0 || digits < minDigits);

        for (int left = start, right = Length - 1; left < right; left++, right--)
        {
            byte swapped = _glyphs[left];
            _glyphs[left] = _glyphs[right];
            _glyphs[right] = swapped;
        }

        return this;
    }

    /// <summary>Adds a serial number as it is written everywhere: base32 (RFC 4648 section 6), a hyphen in its middle.</summary>
    /// <param name="serial"><see cref="Limits.SerialLength"/> bytes.</param>
    public TextLine AddSerial(byte[] serial)
    {
        long bits = 0;
        for (int i = 0; i < Limits.SerialLength; i++)
        {
            bits = (bits << 8) | serial[i];
        }

        const int Digits = 8 * Limits.SerialLength / 5;
        for (int i = 0; i < Digits; i++)
        {
            if (i == Digits / 2)
            {
                AddRune('-');
            }

            int digit = (int)(bits >> (5 * (Digits - 1 - i))) & 0x1F;
            AddRune(digit < 26 ? 'A' + digit : '2' + digit - 26);
        }

        return this;
    }

    public void AddRune(int rune)
    {
        int glyph = TextFont.GlyphOf(rune);
        if (glyph != TextFont.None && Length < Capacity)
        {
            _glyphs[Length++] = (byte)glyph;
        }
    }

    /// <summary>Cuts the line to what fits: from its middle, because names differ at their ends.</summary>
    public void Shorten()
    {
        if (Length <= MaxShown)
        {
            return;
        }

        const int Head = MaxShown / 2;
        const int Tail = MaxShown - Head - 1;
        _glyphs[Head] = TextFont.Ellipsis;
        for (int i = 0; i < Tail; i++)
        {
            _glyphs[Head + 1 + i] = _glyphs[Length - Tail + i];
        }

        Length = MaxShown;
    }

    /// <summary>
    /// Moves what does not fit to a second line: from a blank on, where that leaves the second line short enough.
    /// </summary>
    public void WrapInto(TextLine second)
    {
        second.Clear();
        if (Length <= MaxShown)
        {
            return;
        }

        int end = MaxShown;
        int next = MaxShown;
        for (int blank = MaxShown; blank > 0 && Length - blank - 1 <= MaxShown; blank--)
        {
            if (_glyphs[blank] == 0)
            {
                end = blank;
                next = blank + 1;
                break;
            }
        }

        for (int i = next; i < Length; i++)
        {
            second._glyphs[second.Length++] = _glyphs[i];
        }

        Length = end;
    }

    /// <summary>Draws the line, cut to what fits between <paramref name="column"/> and the right edge.</summary>
    public void Draw(Canvas canvas, int page, int column)
    {
        for (int i = 0; i < Length && column + TextFont.GlyphWidth <= Canvas.Width; i++)
        {
            canvas.Copy(page, column, TextFont.Glyphs, _glyphs[i] * TextFont.GlyphWidth, TextFont.GlyphWidth);
            column += TextFont.CellWidth;
        }
    }

    /// <summary>Draws the line in the middle.</summary>
    public void DrawCentered(Canvas canvas, int page)
    {
        Shorten();
        Draw(canvas, page, (Canvas.Width + 1 - (Length * TextFont.CellWidth)) / 2);
    }

    /// <summary>What the line shows, character by character.</summary>
    public override string ToString()
    {
        char[] text = new char[Length];
        for (int i = 0; i < Length; i++)
        {
            text[i] = TextFont.CharacterOf(_glyphs[i]);
        }

        return new string(text);
    }
}
