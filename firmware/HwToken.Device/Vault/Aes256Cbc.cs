using System;

namespace HwToken.Device.Vault;

/// <summary>AES-256 (FIPS 197) in CBC mode (NIST SP 800-38A section 6.2), without padding, in place.</summary>
/// <remarks>
/// <para>
/// Of our own because nanoFramework's has no other key than one of 128 bits: its native half sets up AES-128 and refuses
/// the rest (nf-interpreter, EncryptDecrypt in nf_sys_sec_cryptography_System_Security_Cryptography_Aes.cpp).
/// </para>
/// <para>
/// A column of the state is one word, its first byte the highest; MixColumns doubles four bytes at once. It is written
/// for an interpreter, where an instruction costs more than a memory access. It authenticates nothing: whoever uses it
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
    private static uint Double(uint word)
    {
        return ((word & 0x7F7F7F7F) << 1) ^ (((word >> 7) & 0x01010101) * 0x1B);
    }

    private static uint RotateLeft(uint word, int bits)
    {
        return (word << bits) | (word >> (32 - bits));
    }

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
