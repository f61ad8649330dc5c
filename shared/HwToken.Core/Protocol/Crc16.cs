namespace HwToken.Core.Protocol;

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
