using System;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Device.Crypto;
using HwToken.Device.Storage;

namespace HwToken.Device.Vault;

/// <summary>The master key, encrypted and authenticated under the wrapping key; and what that one is made of.</summary>
public sealed class KeySlot : IStateSection
{
    public const int SaltLength = 16;

    /// <summary>Part of the wrapping key is in the clock chip's battery-backed memory.</summary>
    public const int HasShareFlag = 1;

    /// <summary>Part of the wrapping key is the PIN.</summary>
    public const int HasPinFlag = 2;

    private const int IvLength = 16;
    private const int CheckLength = 16;

    private readonly IHmac _hmac;
    private readonly KeyDerivation _kdf;
    private readonly Aes256Cbc _aes;
    private readonly byte[] _iv = new byte[IvLength];
    private readonly byte[] _wrapped = new byte[KeyDerivation.KeyLength];
    private readonly byte[] _check = new byte[CheckLength];

    private readonly byte[] _key = new byte[KeyDerivation.KeyLength];
    private readonly byte[] _mac = new byte[KeyDerivation.KeyLength];

    /// <summary>All that the check covers: flags, salt, rounds, IV, encrypted key.</summary>
    private readonly byte[] _covered = new byte[1 + SaltLength + 4 + IvLength + KeyDerivation.KeyLength];

    public KeySlot(IHmac hmac, KeyDerivation kdf, Aes256Cbc aes)
    {
        _hmac = hmac;
        _kdf = kdf;
        _aes = aes;
    }

    public int SectionLength => _covered.Length + CheckLength;

    public bool HasShare { get; set; }

    public bool HasPin { get; set; }

    /// <summary>The PIN's salt; <see cref="SaltLength"/> bytes.</summary>
    public byte[] Salt { get; } = new byte[SaltLength];

    /// <summary>PBKDF2's rounds; 0 without a PIN.</summary>
    public int Rounds { get; set; }

    /// <summary>Puts a master key in.</summary>
    /// <param name="iv">16 bytes that were never used with this wrapping key.</param>
    public void Wrap(byte[] wrappingKey, byte[] masterKey, byte[] iv)
    {
        Array.Copy(iv, 0, _iv, 0, IvLength);
        Array.Copy(masterKey, 0, _wrapped, 0, _wrapped.Length);
        _kdf.Derive(wrappingKey, KeyPurpose.WrapEncryption, _key);
        _aes.Encrypt(_key, _iv, _wrapped, 0, _wrapped.Length);
        ComputeCheck(wrappingKey);
        Array.Copy(_mac, 0, _check, 0, CheckLength);
        ClearScratch();
    }

    /// <summary>Takes the master key out.</summary>
    /// <returns>False, and nothing, if the wrapping key is another one: as after a wrong PIN.</returns>
    public bool TryUnwrap(byte[] wrappingKey, byte[] masterKey)
    {
        ComputeCheck(wrappingKey);
        bool right = FixedTime.AreEqual(_mac, 0, _check, 0, CheckLength);
        if (right)
        {
            Array.Copy(_wrapped, 0, masterKey, 0, _wrapped.Length);
            _kdf.Derive(wrappingKey, KeyPurpose.WrapEncryption, _key);
            _aes.Decrypt(_key, _iv, masterKey, 0, _wrapped.Length);
        }

        ClearScratch();
        return right;
    }

    public void Reset()
    {
        HasShare = false;
        HasPin = false;
        Rounds = 0;
        Array.Clear(Salt, 0, SaltLength);
        Array.Clear(_iv, 0, IvLength);
        Array.Clear(_wrapped, 0, _wrapped.Length);
        Array.Clear(_check, 0, CheckLength);
    }

    public void Write(PayloadWriter writer)
    {
        WriteCovered(writer);
        writer.WriteBytes(_check, 0, CheckLength);
    }

    public void Read(PayloadReader reader)
    {
        int flags = reader.ReadByte();
        HasShare = (flags & HasShareFlag) != 0;
        HasPin = (flags & HasPinFlag) != 0;
        reader.ReadBytes(Salt, SaltLength);
        Rounds = (int)reader.ReadUInt32();
        reader.ReadBytes(_iv, IvLength);
        reader.ReadBytes(_wrapped, _wrapped.Length);
        reader.ReadBytes(_check, CheckLength);
    }

    private void WriteCovered(PayloadWriter writer)
    {
        writer.WriteByte((HasShare ? HasShareFlag : 0) | (HasPin ? HasPinFlag : 0));
        writer.WriteBytes(Salt, 0, SaltLength);
        writer.WriteUInt32(Rounds);
        writer.WriteBytes(_iv, 0, IvLength);
        writer.WriteBytes(_wrapped, 0, _wrapped.Length);
    }

    private void ComputeCheck(byte[] wrappingKey)
    {
        WriteCovered(new PayloadWriter(_covered));
        _kdf.Derive(wrappingKey, KeyPurpose.WrapAuthentication, _key);
        _hmac.SetKey(_key, 0, _key.Length);
        _hmac.Compute(_covered, 0, _covered.Length, _mac);
        _hmac.Clear();
    }

    private void ClearScratch()
    {
        Array.Clear(_key, 0, _key.Length);
        Array.Clear(_mac, 0, _mac.Length);
    }
}
