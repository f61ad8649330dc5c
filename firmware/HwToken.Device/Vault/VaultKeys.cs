using System;

namespace HwToken.Device.Vault;

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

    /// <summary>What the master key is encrypted under. Kept while the vault is open, to encrypt it anew.</summary>
    public byte[] Wrapping { get; } = NewKey();

    public byte[] AccountEncryption { get; } = NewKey();

    public byte[] AccountAuthentication { get; } = NewKey();

    public byte[] InitializationVector { get; } = NewKey();

    public byte[] AccountTag { get; } = NewKey();

    /// <param name="share">32 bytes, or null.</param>
    public void DeriveDevice(byte[] secret, byte[] share)
    {
        _kdf.Derive(secret, KeyPurpose.Device, share == null ? secret : share, LengthOf(share), Device);
    }

    /// <param name="pinKey">32 bytes, or null.</param>
    public void DeriveWrapping(byte[] pinKey, byte[] wrapping)
    {
        _kdf.Derive(Device, KeyPurpose.Wrapping, pinKey == null ? Device : pinKey, LengthOf(pinKey), wrapping);
    }

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

    private static byte[] NewKey()
    {
        return new byte[KeyDerivation.KeyLength];
    }

    private static int LengthOf(byte[] part)
    {
        return part == null ? 0 : KeyDerivation.KeyLength;
    }

    private static void Clear(byte[] key)
    {
        Array.Clear(key, 0, key.Length);
    }
}
