// How a frame is delimited and checked.

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
    /// Encodes in place. The block is at <paramref name="offset"/> + 1, <paramref name="count"/> bytes long (0 to
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

    /// <summary>Decodes in place; the block is then at <paramref name="offset"/> + 1.</summary>
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

/// <summary>CRC-16/IBM-3740 ("CCITT-FALSE"): polynomial 0x1021, initial value 0xFFFF, not reflected, no final XOR.</summary>
/// <remarks>Check value: "123456789" gives 0x29B1. It finds damage on the wire; it does not authenticate.</remarks>
public static class Crc16
{
    public const ushort Initial = 0xFFFF;

    // One entry per high nibble: 32 bytes of table for two look-ups a byte, where a bitwise loop takes eight turns.
    private static readonly ushort[] NibbleTable =
    {
        0x0000, 0x1021, 0x2042, 0x3063, 0x4084, 0x50A5, 0x60C6, 0x70E7,
        0x8108, 0x9129, 0xA14A, 0xB16B, 0xC18C, 0xD1AD, 0xE1CE, 0xF1EF,
    };

    /// <summary>Carries <paramref name="crc"/> on over <paramref name="count"/> bytes; start with <see cref="Initial"/>.</summary>
    public static ushort Update(ushort crc, byte[] data, int offset, int count)
    {
        int value = crc;
        ushort[] table = NibbleTable;
        for (int end = offset + count; offset < end; offset++)
        {
            int next = data[offset];
            value = (value << 4) ^ table[((value >> 12) ^ (next >> 4)) & 0x0F];
            value = (value << 4) ^ table[((value >> 12) ^ next) & 0x0F];
        }

        return (ushort)value;
    }
}
