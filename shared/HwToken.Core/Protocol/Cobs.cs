namespace HwToken.Core.Protocol;

/// <summary>
/// Consistent Overhead Byte Stuffing (Cheshire and Baker, 1999) of blocks of at most 254 bytes: one byte of
/// overhead, and no zero byte left inside, so that a zero can mark where a frame ends.
/// </summary>
public static class Cobs
{
    /// <summary>The longest block that takes a single byte of overhead.</summary>
    public const int MaxBlock = 254;

    /// <summary>
    /// Encodes in place. The block stands at <paramref name="offset"/> + 1, <paramref name="count"/> bytes long (0 to
    /// <see cref="MaxBlock"/>); the byte before it is free. Afterwards count + 1 encoded bytes stand at offset.
    /// </summary>
    public static void Encode(byte[] buffer, int offset, int count)
    {
        // Walking backwards, every zero learns how far away the next zero (or the end) is.
        int next = offset + 1 + count;
        for (int i = offset + count; i > offset; i--)
        {
            if (buffer[i] == 0)
            {
                buffer[i] = (byte)(next - i);
                next = i;
            }
        }

        buffer[offset] = (byte)(next - offset);
    }

    /// <summary>Decodes in place; the block then stands at <paramref name="offset"/> + 1.</summary>
    /// <returns>The block's length, or -1 if the bytes are no encoding of a block that short.</returns>
    public static int Decode(byte[] buffer, int offset, int count)
    {
        int end = offset + count;
        int at = offset;
        while (at < end)
        {
            int next = at + buffer[at];
            if (next == at || next > end)
            {
                return -1;
            }

            buffer[at] = 0;
            at = next;
        }

        return count - 1;
    }
}
