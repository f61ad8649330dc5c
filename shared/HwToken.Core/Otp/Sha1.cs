using System;

namespace HwToken.Core.Otp;

/// <summary>SHA-1 (FIPS 180-4, section 6.1; RFC 3174) of whole messages.</summary>
/// <remarks>
/// Here because RFC 4226 and AWS want HMAC-SHA1, which needs no collision resistance (RFC 4226, appendix B.2), and
/// because the chip's library has none. Not for signatures. <see cref="Compute"/> allocates nothing. Not for two
/// threads at once.
/// </remarks>
public sealed class Sha1
{
    /// <summary>Bytes of a digest.</summary>
    public const int DigestLength = 20;

    /// <summary>Bytes of a block, which is also the longest HMAC key that is not hashed first.</summary>
    public const int BlockLength = 64;

    // Index of the first of the two words that hold the message's length in bits (FIPS 180-4, section 5.1.1).
    private const int LengthWord = 14;

    private readonly uint[] _state = new uint[Sha1Compression.StateWords];
    private readonly uint[] _block = new uint[Sha1Compression.BlockWords];

    /// <summary>Writes the digest of a message into the first 20 bytes of <paramref name="digest"/>.</summary>
    public void Compute(byte[] data, int offset, int count, byte[] digest)
    {
        Start(_state);
        Finish(_state, 0, data, offset, count);
        WriteDigest(_state, digest);
    }

    /// <summary>Overwrites what the last message left behind.</summary>
    public void Clear()
    {
        Array.Clear(_state, 0, _state.Length);
        Array.Clear(_block, 0, _block.Length);
    }

    /// <summary>Sets the chaining value with which every hash begins (FIPS 180-4, section 5.3.1).</summary>
    internal static void Start(uint[] state)
    {
        state[0] = 0x67452301;
        state[1] = 0xEFCDAB89;
        state[2] = 0x98BADCFE;
        state[3] = 0x10325476;
        state[4] = 0xC3D2E1F0;
    }

    /// <summary>
    /// Hashes the rest of a message and its padding into <paramref name="state"/>, which already holds
    /// <paramref name="hashedBytes"/> bytes of it (whole blocks).
    /// </summary>
    internal void Finish(uint[] state, int hashedBytes, byte[] data, int offset, int count)
    {
        if (offset < 0 || count < 0 || offset > data.Length - count)
        {
            throw new ArgumentOutOfRangeException(nameof(count), "the message lies outside its array");
        }

        int end = offset + count;
        while (end - offset >= BlockLength)
        {
            Load(data, offset, BlockLength, _block);
            Sha1Compression.Compress(state, _block, state);
            offset += BlockLength;
        }

        int rest = end - offset;
        Load(data, offset, rest, _block);
        _block[rest >> 2] |= 0x80000000u >> ((rest & 3) << 3);
        if (rest >> 2 >= LengthWord)
        {
            // No room left for the length: it goes into another block.
            Sha1Compression.Compress(state, _block, state);
            Array.Clear(_block, 0, _block.Length);
        }

        long bits = ((long)hashedBytes + count) << 3;
        _block[LengthWord] = (uint)(bits >> 32);
        _block[LengthWord + 1] = (uint)bits;
        Sha1Compression.Compress(state, _block, state);
    }

    /// <summary>Writes the five words of a chaining value as 20 bytes, big-endian.</summary>
    internal static void WriteDigest(uint[] state, byte[] digest)
    {
        for (int i = 0, at = 0; i < Sha1Compression.StateWords; i++, at += 4)
        {
            uint word = state[i];
            digest[at] = (byte)(word >> 24);
            digest[at + 1] = (byte)(word >> 16);
            digest[at + 2] = (byte)(word >> 8);
            digest[at + 3] = (byte)word;
        }
    }

    /// <summary>Reads up to 64 bytes as big-endian words; the rest of the block becomes zeros.</summary>
    internal static void Load(byte[] data, int offset, int count, uint[] block)
    {
        int words = count >> 2;
        for (int i = 0; i < words; i++, offset += 4)
        {
            block[i] = ((uint)data[offset] << 24) | ((uint)data[offset + 1] << 16)
                | ((uint)data[offset + 2] << 8) | data[offset + 3];
        }

        Array.Clear(block, words, Sha1Compression.BlockWords - words);
        for (int i = 0; i < (count & 3); i++)
        {
            block[words] |= (uint)data[offset + i] << (24 - (i << 3));
        }
    }
}
