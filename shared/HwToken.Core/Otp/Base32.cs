using System;

namespace HwToken.Core.Otp;

/// <summary>Base32 (RFC 4648, section 6), as keys are written for people.</summary>
/// <remarks>
/// Keys are characters in a char[] and bytes in a byte[], both of which their owner can clear; a string is for what is
/// no secret.
/// </remarks>
public static class Base32
{
    // RFC 4648, table 3.
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private const char PadCharacter = '=';
    private const int QuantumCharacters = 8;
    private const int QuantumBytes = 5;
    private const int BitsPerCharacter = 5;

    /// <summary>The most bytes that so many characters can stand for.</summary>
    public static int MaxDecodedLength(int count) => (int)((long)count * BitsPerCharacter / 8);

    /// <summary>How many characters so many bytes become.</summary>
    public static int EncodedLength(int count, bool padding = false)
    {
        return padding
            ? (count + QuantumBytes - 1) / QuantumBytes * QuantumCharacters
            : ((count * 8) + BitsPerCharacter - 1) / BitsPerCharacter;
    }

    /// <summary>
    /// Decodes as people type: upper or lower case, blanks and dashes anywhere, padding complete or left out.
    /// Everything else is refused.
    /// </summary>
    /// <param name="text">Holds the text in <paramref name="count"/> characters from <paramref name="offset"/> on.</param>
    /// <param name="offset">Index of the first character.</param>
    /// <param name="count">Number of characters.</param>
    /// <param name="destination">
    /// Room for <see cref="MaxDecodedLength"/> bytes. Zeros from end to end after a refusal.
    /// </param>
    /// <param name="errorPosition">
    /// -1, or the index in <paramref name="text"/> of what is wrong: a character that does not belong there (no base32,
    /// or behind padding); the first = of padding that does not fill eight characters; the last base32 character of a
    /// text that ends inside a byte (1, 3 or 6 characters past a multiple of eight), or whose last bits are not zero
    /// and would be lost (RFC 4648, section 3.5).
    /// </param>
    /// <returns>The number of bytes, or -1.</returns>
    /// <exception cref="ArgumentException">The destination is too short; the text was not looked at.</exception>
    public static int Decode(char[] text, int offset, int count, byte[] destination, out int errorPosition)
    {
        if (destination.Length < MaxDecodedLength(count))
        {
            throw new ArgumentException("room for MaxDecodedLength(count) bytes is needed", nameof(destination));
        }

        int length = 0;
        int characters = 0;
        int last = offset;
        int padding = 0;
        int firstPad = -1;
        int buffer = 0;
        int bits = 0;
        int bad = -1;
        for (int i = offset; i < offset + count && bad < 0; i++)
        {
            char c = text[i];
            if (c == ' ' || c == '-')
            {
                continue;
            }

            if (c == PadCharacter)
            {
                padding++;
                firstPad = firstPad < 0 ? i : firstPad;
                continue;
            }

            int value = Value(c);
            if (value < 0 || padding > 0)
            {
                bad = i;
                continue;
            }

            last = i;
            characters++;
            buffer = (buffer << BitsPerCharacter) | value;
            bits += BitsPerCharacter;
            if (bits >= 8)
            {
                bits -= 8;
                destination[length++] = (byte)(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }

        if (bad < 0 && (bits >= BitsPerCharacter || buffer != 0))
        {
            bad = last;
        }

        if (bad < 0 && padding > 0 && padding != (QuantumCharacters - (characters % QuantumCharacters)) % QuantumCharacters)
        {
            bad = firstPad;
        }

        errorPosition = bad;
        if (bad < 0)
        {
            return length;
        }

        Array.Clear(destination, 0, destination.Length);
        return -1;
    }

    /// <summary>
    /// Encodes into the caller's array, upper case; with <paramref name="padding"/> filled up with = to a multiple of
    /// eight characters, which RFC 4648 wants by default and authenticators leave out.
    /// </summary>
    /// <returns>The number of characters written: <see cref="EncodedLength"/>.</returns>
    public static int Encode(
        byte[] data, int offset, int count, char[] destination, int destinationOffset, bool padding = false)
    {
        int at = destinationOffset;
        int buffer = 0;
        int bits = 0;
        for (int i = offset; i < offset + count; i++)
        {
            buffer = ((buffer << 8) | data[i]) & 0xFFFF;
            bits += 8;
            while (bits >= BitsPerCharacter)
            {
                bits -= BitsPerCharacter;
                destination[at++] = Alphabet[(buffer >> bits) & 0x1F];
            }
        }

        if (bits > 0)
        {
            destination[at++] = Alphabet[(buffer << (BitsPerCharacter - bits)) & 0x1F];
        }

        while (padding && (at - destinationOffset) % QuantumCharacters != 0)
        {
            destination[at++] = PadCharacter;
        }

        return at - destinationOffset;
    }

    /// <summary>Encodes what is no secret, likewise: a string cannot be cleared.</summary>
    public static string Encode(byte[] data, int offset, int count, bool padding = false)
    {
        char[] text = new char[EncodedLength(count, padding)];
        Encode(data, offset, count, text, 0, padding);
        return new string(text);
    }

    private static int Value(char c)
    {
        if (c >= 'A' && c <= 'Z')
        {
            return c - 'A';
        }

        if (c >= 'a' && c <= 'z')
        {
            return c - 'a';
        }

        return c >= '2' && c <= '7' ? c - '2' + 26 : -1;
    }
}
