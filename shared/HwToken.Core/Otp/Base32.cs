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

    private const char Pad = '=';
    private const int BitsPerByte = 8;
    private const int BitsPerCharacter = 5;

    // 40 bits: the least that is whole bytes and whole characters.
    private const int GroupCharacters = 8;

    /// <summary>The most bytes that so many characters can stand for: the room that decoding them needs.</summary>
    public static int MaxDecodedLength(int count) => (int)((long)count * BitsPerCharacter / BitsPerByte);

    /// <summary>How many characters <see cref="Encode(byte[], int, int, bool)"/> makes of so many bytes.</summary>
    public static int EncodedLength(int count, bool padding = false)
    {
        int characters = ((count * BitsPerByte) + BitsPerCharacter - 1) / BitsPerCharacter;
        return padding ? characters + MissingPads(characters) : characters;
    }

    /// <summary>
    /// Decodes as people type: upper or lower case, blanks and dashes anywhere, padding complete or left out.
    /// Everything else is refused, and the destination is then zeros from end to end.
    /// </summary>
    /// <param name="text">Characters, <paramref name="count"/> of them from <paramref name="offset"/> on.</param>
    /// <param name="offset">Index of the first one.</param>
    /// <param name="count">0 or more.</param>
    /// <param name="destination">Room for <see cref="MaxDecodedLength"/> bytes.</param>
    /// <param name="errorPosition">
    /// -1, or the index in <paramref name="text"/> of what is wrong: a character that is no base32 or stands behind
    /// padding; the first = where the padding does not complete a group of eight; the last base32 character where the
    /// text ends inside a byte (1, 3 or 6 characters after a multiple of eight) or its spare bits are not zero
    /// (RFC 4648, section 3.5).
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
        int lastCharacter = offset;
        int pads = 0;
        int firstPad = offset;
        int buffer = 0;
        int bits = 0;
        for (int i = offset; i < offset + count; i++)
        {
            char c = text[i];
            if (c == ' ' || c == '-')
            {
                continue;
            }

            if (c == Pad)
            {
                firstPad = pads == 0 ? i : firstPad;
                pads++;
                continue;
            }

            int value = Value(c);
            if (value < 0 || pads > 0)
            {
                return Refuse(i, destination, out errorPosition);
            }

            characters++;
            lastCharacter = i;
            buffer = (buffer << BitsPerCharacter) | value;
            bits += BitsPerCharacter;
            if (bits >= BitsPerByte)
            {
                bits -= BitsPerByte;
                destination[length++] = (byte)(buffer >> bits);
                buffer &= (1 << bits) - 1;
            }
        }

        if (bits >= BitsPerCharacter || buffer != 0)
        {
            return Refuse(lastCharacter, destination, out errorPosition);
        }

        if (pads > 0 && pads != MissingPads(characters))
        {
            return Refuse(firstPad, destination, out errorPosition);
        }

        errorPosition = -1;
        return length;
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
            buffer = ((buffer & 0xFF) << BitsPerByte) | data[i];
            bits += BitsPerByte;
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

        for (int pads = padding ? MissingPads(at - destinationOffset) : 0; pads > 0; pads--)
        {
            destination[at++] = Pad;
        }

        return at - destinationOffset;
    }

    /// <summary>Encodes data that is not secret: a string cannot be cleared.</summary>
    public static string Encode(byte[] data, int offset, int count, bool padding = false)
    {
        char[] text = new char[EncodedLength(count, padding)];
        Encode(data, offset, count, text, 0, padding);
        return new string(text);
    }

    private static int MissingPads(int characters) =>
        (GroupCharacters - (characters % GroupCharacters)) % GroupCharacters;

    private static int Refuse(int position, byte[] destination, out int errorPosition)
    {
        Array.Clear(destination, 0, destination.Length);
        errorPosition = position;
        return -1;
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
