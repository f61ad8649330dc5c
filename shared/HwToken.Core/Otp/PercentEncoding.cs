using System;
using System.Text;
using HwToken.Core.Text;

namespace HwToken.Core.Otp;

/// <summary>Percent-encoding of UTF-8 in URIs (RFC 3986, sections 2.1 to 2.3). A + is a plus, not a blank.</summary>
internal static class PercentEncoding
{
    /// <summary>Characters of an encoded byte: %XX.</summary>
    public const int EscapeLength = 3;

    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>Decodes the characters from <paramref name="start"/> to before <paramref name="end"/>.</summary>
    /// <param name="text">Characters that are not escaped are taken as they are, ASCII or not.</param>
    /// <param name="start">Index of the first character.</param>
    /// <param name="end">Index behind the last one.</param>
    /// <param name="decoded">Room for as many characters.</param>
    /// <param name="positions">As much room; for each decoded character, where in the text it begins.</param>
    /// <param name="errorPosition">
    /// -1, or the index of the % whose escape is broken or is no UTF-8, or of U+0000, escaped or not: a string of the
    /// chip's runtime ends there, and would hold less than was read.
    /// </param>
    /// <returns>The number of decoded characters, or -1.</returns>
    public static int Decode(
        char[] text, int start, int end, char[] decoded, int[] positions, out int errorPosition)
    {
        int length = 0;
        int at = start;
        while (at < end)
        {
            if (text[at] == '\0')
            {
                errorPosition = at;
                return -1;
            }

            if (text[at] != '%')
            {
                positions[length] = at;
                decoded[length++] = text[at++];
                continue;
            }

            // A character may take several escapes, so the whole run is one piece of UTF-8.
            byte[] run = new byte[(end - at) / EscapeLength];
            int runStart = at;
            int runLength = 0;
            for (; at < end && text[at] == '%'; at += EscapeLength)
            {
                int high = at + 2 < end ? HexValue(text[at + 1]) : -1;
                int low = at + 2 < end ? HexValue(text[at + 2]) : -1;
                if (high < 0 || low < 0)
                {
                    errorPosition = at;
                    return -1;
                }

                run[runLength++] = (byte)((high << 4) | low);
            }

            for (int next = 0; next < runLength;)
            {
                int position = runStart + (next * EscapeLength);
                int rune = Utf8.Next(run, runLength, ref next);
                if (rune <= 0)
                {
                    errorPosition = position;
                    return -1;
                }

                if (rune >= 0x10000)
                {
                    // Two UTF-16 units (RFC 2781, section 2.1).
                    positions[length] = position;
                    decoded[length++] = (char)(0xD800 + ((rune - 0x10000) >> 10));
                    rune = 0xDC00 + (rune & 0x3FF);
                }

                positions[length] = position;
                decoded[length++] = (char)rune;
            }

            Array.Clear(run, 0, run.Length);
        }

        errorPosition = -1;
        return length;
    }

    /// <summary>
    /// Writes everything but the unreserved characters and @ as escapes; @ stands for itself in paths and queries.
    /// </summary>
    /// <returns>Where the next character goes.</returns>
    public static int Encode(string text, char[] destination, int offset)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        for (int i = 0; i < utf8.Length; i++)
        {
            char c = (char)utf8[i];
            if (IsPlain(c))
            {
                destination[offset++] = c;
                continue;
            }

            destination[offset++] = '%';
            destination[offset++] = HexDigits[c >> 4];
            destination[offset++] = HexDigits[c & 0x0F];
        }

        return offset;
    }

    private static bool IsPlain(char c)
    {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
            || c == '-' || c == '.' || c == '_' || c == '~' || c == '@';
    }

    private static int HexValue(char c)
    {
        if (c >= '0' && c <= '9')
        {
            return c - '0';
        }

        int letter = (c | 0x20) - 'a';
        return letter >= 0 && letter < 6 ? letter + 10 : -1;
    }
}
