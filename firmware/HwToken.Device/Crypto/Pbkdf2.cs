// Key stretching, and the comparison for secrets.
using System;
using HwToken.Core.Otp;
using HwToken.Device.Vault;

namespace HwToken.Device.Crypto;

/// <summary>PBKDF2 with HMAC-SHA256 (RFC 8018 section 5.2), one block of 32 bytes, computed in portions.</summary>
/// <remarks>
/// In portions because the token's one loop goes on meanwhile, and because a new PIN's rounds are those that fit into
/// a second: one goes on until the second is over, and stores how many it was.
/// </remarks>
public sealed class Pbkdf2
{
    private readonly IHmac _hmac;
    private readonly byte[] _first;
    private readonly byte[] _u = new byte[KeyDerivation.KeyLength];
    private readonly byte[] _result = new byte[KeyDerivation.KeyLength];

    /// <param name="hmacSha256">Its key is cleared after each portion.</param>
    /// <param name="saltLength">Of every salt that it is given.</param>
    public Pbkdf2(IHmac hmacSha256, int saltLength)
    {
        _hmac = hmacSha256;
        _first = new byte[saltLength + 4];
    }

    /// <summary>Rounds computed so far.</summary>
    public int Rounds { get; private set; }

    /// <summary>Begins with another salt.</summary>
    public void Begin(byte[] salt)
    {
        Clear();
        Array.Copy(salt, 0, _first, 0, _first.Length - 4);
        // INT(1), the number of the block.
        _first[_first.Length - 1] = 1;
    }

    /// <summary>Computes a portion of the rounds.</summary>
    /// <param name="password">1 to 64 bytes are <paramref name="length"/>; the same in each portion.</param>
    public void Run(byte[] password, int length, int rounds)
    {
        _hmac.SetKey(password, 0, length);
        for (int i = 0; i < rounds; i++)
        {
            byte[] previous = Rounds == 0 ? _first : _u;
            _hmac.Compute(previous, 0, previous.Length, _u);
            for (int j = 0; j < _u.Length; j++)
            {
                _result[j] ^= _u[j];
            }

            Rounds++;
        }

        _hmac.Clear();
    }

    /// <summary>Hands the result out, and forgets it.</summary>
    public void Take(byte[] derived)
    {
        Array.Copy(_result, 0, derived, 0, _result.Length);
        Clear();
    }

    /// <summary>Overwrites everything.</summary>
    public void Clear()
    {
        Array.Clear(_first, 0, _first.Length);
        Array.Clear(_u, 0, _u.Length);
        Array.Clear(_result, 0, _result.Length);
        Rounds = 0;
    }
}

/// <summary>Comparison that takes the same time wherever the first difference is: a MAC must not be guessed byte by byte.</summary>
internal static class FixedTime
{
    public static bool AreEqual(byte[] left, int leftOffset, byte[] right, int rightOffset, int count)
    {
        int different = 0;
        for (int i = 0; i < count; i++)
        {
            different |= left[leftOffset + i] ^ right[rightOffset + i];
        }

        return different == 0;
    }
}
