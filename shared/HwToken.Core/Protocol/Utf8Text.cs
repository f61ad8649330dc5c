using System;
using System.Text;

namespace HwToken.Core.Protocol;

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

    public int Length { get; private set; }

    /// <summary>Printable UTF-8 that stands by itself: no control character, no blank at either end, no broken sequence.</summary>
    /// <remarks>What a screen shows must not be able to pretend: a line break or a direction mark could.</remarks>
    public bool IsPrintable
    {
        get { return Utf8.IsPrintable(Bytes, Length); }
    }

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

    public void Write(PayloadWriter writer)
    {
        writer.WriteBlock(Bytes, Length);
    }

    public void Read(PayloadReader reader)
    {
        Length = reader.ReadBlock(Bytes);
    }

    public override string ToString()
    {
        return Encoding.UTF8.GetString(Bytes, 0, Length);
    }
}
