// The vault's keys: how they are derived, what each is for, and which are in memory.
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
    public void Derive(byte[] key, KeyPurpose purpose, byte[] derived) => Derive(key, purpose, Label, 0, derived);

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

/// <summary>What a key is for. No key does two things: each is derived for one purpose. Numbers are never reused.</summary>
public enum KeyPurpose : byte
{
    /// <summary>From the device secret and the clock chip's share: authenticates the state, and is the root of the wrapping.</summary>
    Device = 1,

    /// <summary>From the device key and the PIN's key: the root of the two below.</summary>
    Wrapping = 2,

    /// <summary>Encrypts the master key.</summary>
    WrapEncryption = 3,

    /// <summary>Authenticates the encrypted master key, and so tells a right PIN from a wrong one.</summary>
    WrapAuthentication = 4,

    /// <summary>From the master key: encrypts accounts.</summary>
    AccountEncryption = 5,

    /// <summary>From the master key: authenticates encrypted accounts.</summary>
    AccountAuthentication = 6,

    /// <summary>From the master key: makes initialization vectors.</summary>
    InitializationVector = 7,

    /// <summary>From the master key: makes the tags by which an account is found without decrypting all of them.</summary>
    AccountTag = 8,

    /// <summary>A new master key, from random bytes and the first account's key.</summary>
    Master = 9,

    /// <summary>From the device key: authenticates the state file.</summary>
    StateAuthentication = 10,
}

/// <summary>The keys that are in memory: the device's always, the others while the vault is open.</summary>
public sealed class VaultKeys
{
    private readonly KeyDerivation _kdf;

    public VaultKeys(KeyDerivation kdf)
    {
        _kdf = kdf;
    }

    /// <summary>The keys below are there.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>From the device secret and, where there is one, the clock chip's share.</summary>
    public byte[] Device { get; } = NewKey();

    /// <summary>What the master key is encrypted under. Kept while the vault is open, to encrypt it again.</summary>
    public byte[] Wrapping { get; } = NewKey();

    public byte[] AccountEncryption { get; } = NewKey();

    public byte[] AccountAuthentication { get; } = NewKey();

    public byte[] InitializationVector { get; } = NewKey();

    public byte[] AccountTag { get; } = NewKey();

    /// <param name="share">32 bytes, or null.</param>
    public void DeriveDevice(byte[] secret, byte[] share) =>
        _kdf.Derive(secret, KeyPurpose.Device, share == null ? secret : share, LengthOf(share), Device);

    /// <param name="pinKey">32 bytes, or null.</param>
    public void DeriveWrapping(byte[] pinKey, byte[] wrapping) =>
        _kdf.Derive(Device, KeyPurpose.Wrapping, pinKey == null ? Device : pinKey, LengthOf(pinKey), wrapping);

    public void Open(byte[] wrappingKey, byte[] masterKey)
    {
        Array.Copy(wrappingKey, 0, Wrapping, 0, KeyDerivation.KeyLength);
        _kdf.Derive(masterKey, KeyPurpose.AccountEncryption, AccountEncryption);
        _kdf.Derive(masterKey, KeyPurpose.AccountAuthentication, AccountAuthentication);
        _kdf.Derive(masterKey, KeyPurpose.InitializationVector, InitializationVector);
        _kdf.Derive(masterKey, KeyPurpose.AccountTag, AccountTag);
        IsOpen = true;
    }

    /// <summary>Overwrites all but the device's.</summary>
    public void Close()
    {
        IsOpen = false;
        Clear(Wrapping);
        Clear(AccountEncryption);
        Clear(AccountAuthentication);
        Clear(InitializationVector);
        Clear(AccountTag);
    }

    private static byte[] NewKey() => new byte[KeyDerivation.KeyLength];

    private static int LengthOf(byte[] part) => part == null ? 0 : KeyDerivation.KeyLength;

    private static void Clear(byte[] key) => Array.Clear(key, 0, key.Length);
}
