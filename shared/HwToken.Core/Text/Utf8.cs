// UTF-8: decoded the same way on every platform, and kept in a buffer that is allocated once.
using System;
using System.Text;

namespace HwToken.Core.Text;

/// <summary>What the two platforms' decoders do differently with broken UTF-8 is decided here, once (RFC 3629).</summary>
public static class Utf8
{
    /// <summary>
    /// True for well-formed UTF-8 without control characters (U+0000 to U+001F, U+007F to U+009F), without the
    /// characters that reorder or hide text (U+200B to U+200F, U+2028 to U+202E, U+2060 to U+206F, U+FEFF), and
    /// without a blank at either end.
    /// </summary>
    public static bool IsPrintable(byte[] text, int count)
    {
        if (count > 0 && (text[0] == ' ' || text[count - 1] == ' '))
        {
            return false;
        }

        int at = 0;
        while (at < count)
        {
            int rune = Next(text, count, ref at);
            if (rune < ' ' || (rune >= 0x7F && rune <= 0x9F) || Hides(rune))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads the character at <paramref name="at"/> and moves past it.</summary>
    /// <returns>The code point; -1, one byte on, where the sequence is broken, overlong, a surrogate or past U+10FFFF.</returns>
    public static int Next(byte[] text, int count, ref int at)
    {
        int first = text[at++];
        if (first < 0x80)
        {
            return first;
        }

        int more;
        int lowest;
        int rune;
        if (first >= 0xC2 && first <= 0xDF)
        {
            more = 1;
            lowest = 0x80;
            rune = first & 0x1F;
        }
        else if ((first & 0xF0) == 0xE0)
        {
            more = 2;
            lowest = 0x800;
            rune = first & 0x0F;
        }
        else if (first >= 0xF0 && first <= 0xF4)
        {
            more = 3;
            lowest = 0x10000;
            rune = first & 0x07;
        }
        else
        {
            return -1;
        }

        if (at + more > count)
        {
            return -1;
        }

        for (int i = 0; i < more; i++)
        {
            int next = text[at + i];
            if ((next & 0xC0) != 0x80)
            {
                return -1;
            }

            rune = (rune << 6) | (next & 0x3F);
        }

        if (rune < lowest || rune > 0x10FFFF || (rune >= 0xD800 && rune <= 0xDFFF))
        {
            return -1;
        }

        at += more;
        return rune;
    }

    private static bool Hides(int rune)
    {
        return (rune >= 0x200B && rune <= 0x200F)
            || (rune >= 0x2028 && rune <= 0x202E)
            || (rune >= 0x2060 && rune <= 0x206F)
            || rune == 0xFEFF;
    }
}

/// <summary>A short text as UTF-8 bytes in a buffer that is allocated once: names of accounts, words for the screen.</summary>
public sealed class Utf8Text
{
    /// <param name="capacity">Bytes it can hold.</param>
    public Utf8Text(int capacity)
    {
        Bytes = new byte[capacity];
    }

    /// <summary>The first <see cref="Length"/> bytes are the text.</summary>
    public byte[] Bytes { get; }

    public int Length { get; internal set; }

    /// <summary>Printable UTF-8: no control character, no blank at either end, no broken sequence.</summary>
    /// <remarks>What a screen shows must not be able to pretend: a line break or a direction mark could.</remarks>
    public bool IsPrintable => Utf8.IsPrintable(Bytes, Length);

    /// <returns>False, and unchanged, if the text is longer than the capacity.</returns>
    public bool TrySet(string text)
    {
        byte[] encoded = Encoding.UTF8.GetBytes(text);
        return TrySet(encoded, encoded.Length);
    }

    /// <returns>False, and unchanged, if there are more bytes than the capacity.</returns>
    public bool TrySet(byte[] source, int count)
    {
        if (count > Bytes.Length)
        {
            return false;
        }

        Array.Copy(source, 0, Bytes, 0, count);
        Length = count;
        return true;
    }

    public bool SameAs(Utf8Text other)
    {
        if (Length != other.Length)
        {
            return false;
        }

        for (int i = 0; i < Length; i++)
        {
            if (Bytes[i] != other.Bytes[i])
            {
                return false;
            }
        }

        return true;
    }

    public override string ToString() => Encoding.UTF8.GetString(Bytes, 0, Length);
}
