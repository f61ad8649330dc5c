using System;
using HwToken.Core.Otp;

namespace HwToken.Device.Vault;

/// <summary>
/// HKDF-Expand with SHA-256 (RFC 5869 section 2.3), one block: HMAC(key, info || 01), where info is a label, the
/// <see cref="KeyPurpose"/> and what else the key depends on.
/// </summary>
public sealed class KeyDerivation
{
    /// <summary>Bytes of every key.</summary>
    public const int KeyLength = 32;

    /// <summary>Bytes that a key may depend on besides the one that it is derived from.</summary>
    public const int MaxContext = 128;

    /// <summary>"HwToken vault".</summary>
    private static readonly byte[] Label = { 72, 119, 84, 111, 107, 101, 110, 32, 118, 97, 117, 108, 116 };

    private readonly IHmac _hmac;
    private readonly byte[] _info = new byte[Label.Length + 1 + MaxContext + 1];

    /// <param name="hmacSha256">Its key is cleared after each call.</param>
    public KeyDerivation(IHmac hmacSha256)
    {
        _hmac = hmacSha256;
        Array.Copy(Label, 0, _info, 0, Label.Length);
    }

    /// <param name="key">32 bytes.</param>
    /// <param name="derived">32 bytes; may be <paramref name="key"/>.</param>
    public void Derive(byte[] key, KeyPurpose purpose, byte[] derived)
    {
        Derive(key, purpose, Label, 0, derived);
    }

    /// <param name="key">32 bytes.</param>
    /// <param name="context">The first <paramref name="count"/> bytes count, at most <see cref="MaxContext"/>.</param>
    /// <param name="derived">32 bytes; may be <paramref name="key"/> or <paramref name="context"/>.</param>
    public void Derive(byte[] key, KeyPurpose purpose, byte[] context, int count, byte[] derived)
    {
        int length = Label.Length;
        _info[length++] = (byte)purpose;
        Array.Copy(context, 0, _info, length, count);
        length += count;
        _info[length++] = 1;
        _hmac.SetKey(key, 0, KeyLength);
        _hmac.Compute(_info, 0, length, derived);
        _hmac.Clear();
        Array.Clear(_info, Label.Length, _info.Length - Label.Length);
    }
}
