// AES-256 in CBC mode, and its tables.
using System;

namespace HwToken.Device.Crypto;

/// <summary>AES-256 (FIPS 197) in CBC mode (NIST SP 800-38A section 6.2), without padding, in place.</summary>
/// <remarks>
/// <para>
/// Of our own because nanoFramework's has no other key than one of 128 bits: its native half sets up AES-128 and refuses
/// the rest (nf-interpreter, EncryptDecrypt in nf_sys_sec_cryptography_System_Security_Cryptography_Aes.cpp).
/// </para>
/// <para>
/// A column of the state is one word, its first byte the highest; MixColumns doubles four bytes at once. It is written
/// for an interpreter, where an instruction costs more than a memory access. It authenticates nothing: its caller
/// checks a MAC over the ciphertext before decrypting it.
/// </para>
/// </remarks>
public sealed class Aes256Cbc
{
    public const int KeyLength = 32;

    public const int BlockLength = 16;

    private const int Rounds = 14;
    private const int Columns = 4;
    private const int KeyWords = KeyLength / 4;

    private readonly uint[] _schedule = new uint[Columns * (Rounds + 1)];
    private readonly uint[] _state = new uint[Columns];
    private readonly uint[] _next = new uint[Columns];
    private readonly uint[] _chain = new uint[Columns];
    private readonly uint[] _cipher = new uint[Columns];

    /// <param name="key">32 bytes.</param>
    /// <param name="iv">16 bytes.</param>
    /// <param name="data">Plaintext; ciphertext afterwards.</param>
    /// <param name="count">A multiple of 16.</param>
    public void Encrypt(byte[] key, byte[] iv, byte[] data, int offset, int count)
    {
        ExpandKey(key);
        Load(iv, 0, _chain);
        for (int at = offset; at < offset + count; at += BlockLength)
        {
            Load(data, at, _state);
            for (int i = 0; i < Columns; i++)
            {
                _state[i] ^= _chain[i];
            }

            EncryptBlock();
            Array.Copy(_state, 0, _chain, 0, Columns);
            Store(_state, data, at);
        }

        Clear();
    }

    /// <param name="key">32 bytes.</param>
    /// <param name="iv">16 bytes: the ciphertext of the block before, where <paramref name="data"/> begins behind the first.</param>
    /// <param name="data">Ciphertext; plaintext afterwards.</param>
    /// <param name="count">A multiple of 16.</param>
    public void Decrypt(byte[] key, byte[] iv, byte[] data, int offset, int count)
    {
        ExpandKey(key);
        Load(iv, 0, _chain);
        for (int at = offset; at < offset + count; at += BlockLength)
        {
            Load(data, at, _state);
            Array.Copy(_state, 0, _cipher, 0, Columns);
            DecryptBlock();
            for (int i = 0; i < Columns; i++)
            {
                _state[i] ^= _chain[i];
            }

            Array.Copy(_cipher, 0, _chain, 0, Columns);
            Store(_state, data, at);
        }

        Clear();
    }

    /// <summary>FIPS 197 section 5.2, Figure 11.</summary>
    private void ExpandKey(byte[] key)
    {
        for (int i = 0; i < KeyWords; i++)
        {
            _schedule[i] = LoadWord(key, 4 * i);
        }

        uint roundConstant = 0x01000000;
        for (int i = KeyWords; i < _schedule.Length; i++)
        {
            uint word = _schedule[i - 1];
            if (i % KeyWords == 0)
            {
                word = Substitute((word << 8) | (word >> 24)) ^ roundConstant;
                roundConstant <<= 1;
            }
            else if (i % KeyWords == 4)
            {
                word = Substitute(word);
            }

            _schedule[i] = _schedule[i - KeyWords] ^ word;
        }
    }

    /// <summary>FIPS 197 section 5.1, Figure 5.</summary>
    private void EncryptBlock()
    {
        byte[] box = AesTables.SBox;
        AddRoundKey(0);
        for (int round = 1; round <= Rounds; round++)
        {
            // SubBytes and ShiftRows: byte r of column c comes from column c + r.
            for (int c = 0; c < Columns; c++)
            {
                uint word = ((uint)box[_state[c] >> 24] << 24)
                    | ((uint)box[(_state[(c + 1) & 3] >> 16) & 0xFF] << 16)
                    | ((uint)box[(_state[(c + 2) & 3] >> 8) & 0xFF] << 8)
                    | box[_state[(c + 3) & 3] & 0xFF];
                _next[c] = round < Rounds ? MixColumn(word) : word;
            }

            Array.Copy(_next, 0, _state, 0, Columns);
            AddRoundKey(round);
        }
    }

    /// <summary>FIPS 197 section 5.3, Figure 12.</summary>
    private void DecryptBlock()
    {
        byte[] box = AesTables.InverseSBox;
        AddRoundKey(Rounds);
        for (int round = Rounds - 1; round >= 0; round--)
        {
            // InvShiftRows and InvSubBytes: byte r of column c comes from column c - r.
            for (int c = 0; c < Columns; c++)
            {
                _next[c] = ((uint)box[_state[c] >> 24] << 24)
                    | ((uint)box[(_state[(c + 3) & 3] >> 16) & 0xFF] << 16)
                    | ((uint)box[(_state[(c + 2) & 3] >> 8) & 0xFF] << 8)
                    | box[_state[(c + 1) & 3] & 0xFF];
            }

            Array.Copy(_next, 0, _state, 0, Columns);
            AddRoundKey(round);
            for (int c = 0; c < Columns && round > 0; c++)
            {
                _state[c] = InverseMixColumn(_state[c]);
            }
        }
    }

    private void AddRoundKey(int round)
    {
        for (int c = 0; c < Columns; c++)
        {
            _state[c] ^= _schedule[(Columns * round) + c];
        }
    }

    /// <summary>FIPS 197 section 5.1.3: each byte becomes 2a + 3b + c + d of itself and those below it.</summary>
    private static uint MixColumn(uint word)
    {
        uint doubled = Double(word);
        return doubled ^ RotateLeft(doubled ^ word, 8) ^ RotateLeft(word, 16) ^ RotateLeft(word, 24);
    }

    /// <summary>FIPS 197 section 5.3.3: 14a + 11b + 13c + 9d, which is MixColumn of 5a + 4c.</summary>
    private static uint InverseMixColumn(uint word)
    {
        uint fourfold = Double(Double(word));
        return MixColumn(word ^ fourfold ^ RotateLeft(fourfold, 16));
    }

    /// <summary>Each of the four bytes times 2 in GF(2^8), modulo x^8 + x^4 + x^3 + x + 1 (FIPS 197 section 4.2.1).</summary>
    private static uint Double(uint word) => ((word & 0x7F7F7F7F) << 1) ^ (((word >> 7) & 0x01010101) * 0x1B);

    private static uint RotateLeft(uint word, int bits) => (word << bits) | (word >> (32 - bits));

    private static uint Substitute(uint word)
    {
        byte[] box = AesTables.SBox;
        return ((uint)box[word >> 24] << 24) | ((uint)box[(word >> 16) & 0xFF] << 16)
            | ((uint)box[(word >> 8) & 0xFF] << 8) | box[word & 0xFF];
    }

    private static void Load(byte[] bytes, int offset, uint[] words)
    {
        for (int i = 0; i < Columns; i++)
        {
            words[i] = LoadWord(bytes, offset + (4 * i));
        }
    }

    private static uint LoadWord(byte[] bytes, int offset)
    {
        return ((uint)bytes[offset] << 24) | ((uint)bytes[offset + 1] << 16)
            | ((uint)bytes[offset + 2] << 8) | bytes[offset + 3];
    }

    private static void Store(uint[] words, byte[] bytes, int offset)
    {
        for (int i = 0; i < Columns; i++)
        {
            uint word = words[i];
            bytes[offset++] = (byte)(word >> 24);
            bytes[offset++] = (byte)(word >> 16);
            bytes[offset++] = (byte)(word >> 8);
            bytes[offset++] = (byte)word;
        }
    }

    private void Clear()
    {
        Array.Clear(_schedule, 0, _schedule.Length);
        Array.Clear(_state, 0, Columns);
        Array.Clear(_next, 0, Columns);
        Array.Clear(_chain, 0, Columns);
        Array.Clear(_cipher, 0, Columns);
    }
}

/// <summary>The S-box of AES and its inverse (FIPS 197, Figures 7 and 14), row by row.</summary>
internal static class AesTables
{
    public static readonly byte[] SBox =
    {
        0x63, 0x7C, 0x77, 0x7B, 0xF2, 0x6B, 0x6F, 0xC5, 0x30, 0x01, 0x67, 0x2B, 0xFE, 0xD7, 0xAB, 0x76,
        0xCA, 0x82, 0xC9, 0x7D, 0xFA, 0x59, 0x47, 0xF0, 0xAD, 0xD4, 0xA2, 0xAF, 0x9C, 0xA4, 0x72, 0xC0,
        0xB7, 0xFD, 0x93, 0x26, 0x36, 0x3F, 0xF7, 0xCC, 0x34, 0xA5, 0xE5, 0xF1, 0x71, 0xD8, 0x31, 0x15,
        0x04, 0xC7, 0x23, 0xC3, 0x18, 0x96, 0x05, 0x9A, 0x07, 0x12, 0x80, 0xE2, 0xEB, 0x27, 0xB2, 0x75,
        0x09, 0x83, 0x2C, 0x1A, 0x1B, 0x6E, 0x5A, 0xA0, 0x52, 0x3B, 0xD6, 0xB3, 0x29, 0xE3, 0x2F, 0x84,
        0x53, 0xD1, 0x00, 0xED, 0x20, 0xFC, 0xB1, 0x5B, 0x6A, 0xCB, 0xBE, 0x39, 0x4A, 0x4C, 0x58, 0xCF,
        0xD0, 0xEF, 0xAA, 0xFB, 0x43, 0x4D, 0x33, 0x85, 0x45, 0xF9, 0x02, 0x7F, 0x50, 0x3C, 0x9F, 0xA8,
        0x51, 0xA3, 0x40, 0x8F, 0x92, 0x9D, 0x38, 0xF5, 0xBC, 0xB6, 0xDA, 0x21, 0x10, 0xFF, 0xF3, 0xD2,
        0xCD, 0x0C, 0x13, 0xEC, 0x5F, 0x97, 0x44, 0x17, 0xC4, 0xA7, 0x7E, 0x3D, 0x64, 0x5D, 0x19, 0x73,
        0x60, 0x81, 0x4F, 0xDC, 0x22, 0x2A, 0x90, 0x88, 0x46, 0xEE, 0xB8, 0x14, 0xDE, 0x5E, 0x0B, 0xDB,
        0xE0, 0x32, 0x3A, 0x0A, 0x49, 0x06, 0x24, 0x5C, 0xC2, 0xD3, 0xAC, 0x62, 0x91, 0x95, 0xE4, 0x79,
        0xE7, 0xC8, 0x37, 0x6D, 0x8D, 0xD5, 0x4E, 0xA9, 0x6C, 0x56, 0xF4, 0xEA, 0x65, 0x7A, 0xAE, 0x08,
        0xBA, 0x78, 0x25, 0x2E, 0x1C, 0xA6, 0xB4, 0xC6, 0xE8, 0xDD, 0x74, 0x1F, 0x4B, 0xBD, 0x8B, 0x8A,
        0x70, 0x3E, 0xB5, 0x66, 0x48, 0x03, 0xF6, 0x0E, 0x61, 0x35, 0x57, 0xB9, 0x86, 0xC1, 0x1D, 0x9E,
        0xE1, 0xF8, 0x98, 0x11, 0x69, 0xD9, 0x8E, 0x94, 0x9B, 0x1E, 0x87, 0xE9, 0xCE, 0x55, 0x28, 0xDF,
        0x8C, 0xA1, 0x89, 0x0D, 0xBF, 0xE6, 0x42, 0x68, 0x41, 0x99, 0x2D, 0x0F, 0xB0, 0x54, 0xBB, 0x16,
    };

    public static readonly byte[] InverseSBox =
    {
        0x52, 0x09, 0x6A, 0xD5, 0x30, 0x36, 0xA5, 0x38, 0xBF, 0x40, 0xA3, 0x9E, 0x81, 0xF3, 0xD7, 0xFB,
        0x7C, 0xE3, 0x39, 0x82, 0x9B, 0x2F, 0xFF, 0x87, 0x34, 0x8E, 0x43, 0x44, 0xC4, 0xDE, 0xE9, 0xCB,
        0x54, 0x7B, 0x94, 0x32, 0xA6, 0xC2, 0x23, 0x3D, 0xEE, 0x4C, 0x95, 0x0B, 0x42, 0xFA, 0xC3, 0x4E,
        0x08, 0x2E, 0xA1, 0x66, 0x28, 0xD9, 0x24, 0xB2, 0x76, 0x5B, 0xA2, 0x49, 0x6D, 0x8B, 0xD1, 0x25,
        0x72, 0xF8, 0xF6, 0x64, 0x86, 0x68, 0x98, 0x16, 0xD4, 0xA4, 0x5C, 0xCC, 0x5D, 0x65, 0xB6, 0x92,
        0x6C, 0x70, 0x48, 0x50, 0xFD, 0xED, 0xB9, 0xDA, 0x5E, 0x15, 0x46, 0x57, 0xA7, 0x8D, 0x9D, 0x84,
        0x90, 0xD8, 0xAB, 0x00, 0x8C, 0xBC, 0xD3, 0x0A, 0xF7, 0xE4, 0x58, 0x05, 0xB8, 0xB3, 0x45, 0x06,
        0xD0, 0x2C, 0x1E, 0x8F, 0xCA, 0x3F, 0x0F, 0x02, 0xC1, 0xAF, 0xBD, 0x03, 0x01, 0x13, 0x8A, 0x6B,
        0x3A, 0x91, 0x11, 0x41, 0x4F, 0x67, 0xDC, 0xEA, 0x97, 0xF2, 0xCF, 0xCE, 0xF0, 0xB4, 0xE6, 0x73,
        0x96, 0xAC, 0x74, 0x22, 0xE7, 0xAD, 0x35, 0x85, 0xE2, 0xF9, 0x37, 0xE8, 0x1C, 0x75, 0xDF, 0x6E,
        0x47, 0xF1, 0x1A, 0x71, 0x1D, 0x29, 0xC5, 0x89, 0x6F, 0xB7, 0x62, 0x0E, 0xAA, 0x18, 0xBE, 0x1B,
        0xFC, 0x56, 0x3E, 0x4B, 0xC6, 0xD2, 0x79, 0x20, 0x9A, 0xDB, 0xC0, 0xFE, 0x78, 0xCD, 0x5A, 0xF4,
        0x1F, 0xDD, 0xA8, 0x33, 0x88, 0x07, 0xC7, 0x31, 0xB1, 0x12, 0x10, 0x59, 0x27, 0x80, 0xEC, 0x5F,
        0x60, 0x51, 0x7F, 0xA9, 0x19, 0xB5, 0x4A, 0x0D, 0x2D, 0xE5, 0x7A, 0x9F, 0x93, 0xC9, 0x9C, 0xEF,
        0xA0, 0xE0, 0x3B, 0x4D, 0xAE, 0x2A, 0xF5, 0xB0, 0xC8, 0xEB, 0xBB, 0x3C, 0x83, 0x53, 0x99, 0x61,
        0x17, 0x2B, 0x04, 0x7E, 0xBA, 0x77, 0xD6, 0x26, 0xE1, 0x69, 0x14, 0x63, 0x55, 0x21, 0x0C, 0x7D,
    };
}
