// An account with its key: as a record, and as an encrypted slot of the accounts' files.
using System;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Crypto;
using HwToken.Device.Vault;

namespace HwToken.Device.Accounts;

/// <summary>An account with its key, as it is stored. Made once and filled again.</summary>
public sealed class AccountRecord : IMessage
{
    /// <summary>The most bytes that <see cref="Write"/> takes.</summary>
    public const int MaxLength = AccountId.Length + AccountEntry.MaxLength + 1 + Limits.KeyLength;

    public AccountRecord()
        : this(new AccountEntry(), new byte[Limits.KeyLength])
    {
    }

    /// <summary>A record over parts that the caller fills, so that a key is not copied to be stored.</summary>
    /// <param name="key"><see cref="Limits.KeyLength"/> bytes.</param>
    public AccountRecord(AccountEntry entry, byte[] key)
    {
        Entry = entry;
        Key = key;
    }

    /// <summary>The first <see cref="AccountId.Length"/> bytes of SHA-1 over the name; there is room for all 20.</summary>
    /// <remarks>Stored, although the name gives it: a search compares bytes where it would have to hash every name.</remarks>
    public byte[] Id { get; } = new byte[Core.Otp.Sha1.DigestLength];

    public AccountEntry Entry { get; }

    /// <summary>The HMAC key, raw; the first <see cref="KeyLength"/> bytes count.</summary>
    public byte[] Key { get; }

    /// <summary>1 to <see cref="Limits.KeyLength"/>; 0 while the record holds no key.</summary>
    public int KeyLength { get; set; }

    /// <summary>Overwrites the key. Id and entry stay: they are no secret.</summary>
    public void Clear()
    {
        Array.Clear(Key, 0, Key.Length);
        KeyLength = 0;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteBytes(Id, 0, AccountId.Length);
        Entry.Write(writer);
        writer.WriteBlock(Key, KeyLength);
    }

    public void Read(PayloadReader reader)
    {
        reader.ReadBytes(Id, AccountId.Length);
        Entry.Read(reader);
        KeyLength = reader.ReadBlock(Key);
    }
}

/// <summary>One account in its slot of the accounts file: encrypted, then authenticated.</summary>
/// <remarks>
/// <code>
///   0   tag: HMAC(account tag key, account id), the first 8 bytes
///   8   initialization vector (16)
///  24   AES-256-CBC of the record and zeros after it (208)
/// 232   HMAC(account authentication key, generation (4) || slot number (1) || all of the above) (32)
/// </code>
/// The MAC covers the place of the slot and in which generation of the file: one that was moved, or taken from an older
/// file, is not accepted. The initialization vector is a MAC of generation, place and plaintext: no generator of random
/// bytes, however poor, can make it repeat for two different accounts.
/// </remarks>
public sealed class AccountSlot
{
    public const int Length = MacPosition + MacLength;

    private const int IvPosition = AccountId.Length;
    private const int TextPosition = IvPosition + IvLength;
    private const int TextLength = 208;
    private const int MacPosition = TextPosition + TextLength;
    private const int IvLength = 16;
    private const int MacLength = 32;

    /// <summary>In the text: behind id, algorithm, digits and period.</summary>
    private const int NameLengthPosition = AccountId.Length + 4;

    /// <summary>Generation and slot number, before what is authenticated.</summary>
    private const int PlaceLength = 5;

    private readonly IHmac _hmac;
    private readonly Aes256Cbc _aes;
    private readonly VaultKeys _keys;
    private readonly byte[] _covered = new byte[PlaceLength + MacPosition];
    private readonly byte[] _iv = new byte[IvLength];
    private readonly byte[] _lastBlock = new byte[Aes256Cbc.BlockLength];
    private readonly byte[] _mac = new byte[MacLength];
    private readonly PayloadReader _reader = new();
    private readonly PayloadWriter _writer;
    private readonly PayloadWriter _place;

    public AccountSlot(IHmac hmac, Aes256Cbc aes, VaultKeys keys)
    {
        _hmac = hmac;
        _aes = aes;
        _keys = keys;
        _writer = new PayloadWriter(Buffer);
        _place = new PayloadWriter(_covered);
    }

    /// <summary>A slot on its way to or from storage.</summary>
    public byte[] Buffer { get; } = new byte[Length];

    /// <summary>Makes the tag by which an account is found.</summary>
    /// <param name="tag">Its first <see cref="AccountId.Length"/> bytes are written; there is room for 32.</param>
    public void ComputeTag(byte[] accountId, byte[] tag)
    {
        _hmac.SetKey(_keys.AccountTag, 0, KeyDerivation.KeyLength);
        _hmac.Compute(accountId, 0, AccountId.Length, tag);
        _hmac.Clear();
    }

    /// <summary>Encrypts a record into the buffer, for a place in a generation of the file.</summary>
    public void Seal(AccountRecord record, long generation, int index)
    {
        ComputeTag(record.Id, _mac);
        Array.Copy(_mac, 0, Buffer, 0, AccountId.Length);
        Array.Clear(Buffer, TextPosition, TextLength);
        _writer.Position = TextPosition;
        record.Write(_writer);
        ComputeMac(_keys.InitializationVector, generation, index);
        Array.Copy(_mac, 0, Buffer, IvPosition, IvLength);
        Array.Copy(_mac, 0, _iv, 0, IvLength);
        _aes.Encrypt(_keys.AccountEncryption, _iv, Buffer, TextPosition, TextLength);
        Authenticate(generation, index);
    }

    /// <summary>Authenticates what is in the buffer for another generation or place. Check it first.</summary>
    public void Authenticate(long generation, int index)
    {
        ComputeMac(_keys.AccountAuthentication, generation, index);
        Array.Copy(_mac, 0, Buffer, MacPosition, MacLength);
    }

    /// <summary>Whether the buffer holds what was written for this place in this generation.</summary>
    public bool IsAuthentic(long generation, int index)
    {
        ComputeMac(_keys.AccountAuthentication, generation, index);
        return FixedTime.AreEqual(_mac, 0, Buffer, MacPosition, MacLength);
    }

    /// <summary>Decrypts what <see cref="IsAuthentic"/> has accepted, and clears the buffer.</summary>
    /// <returns>False if it is no account that can give codes.</returns>
    public bool TryOpen(AccountRecord record)
    {
        Array.Copy(Buffer, IvPosition, _iv, 0, IvLength);
        DecryptUsed();
        _reader.Reset(Buffer, TextPosition, TextLength);
        record.Read(_reader);
        Clear();
        return !_reader.Failed && record.KeyLength > 0 && record.Entry.Check() == Status.Ok;
    }

    /// <summary>Decrypts what the record fills of the text: most of its blocks are zeros after it.</summary>
    private void DecryptUsed()
    {
        int decrypted = Decrypt(0, NameLengthPosition + 1);
        int keyLengthPosition = NameLengthPosition + 1 + Buffer[TextPosition + NameLengthPosition];
        decrypted = Decrypt(decrypted, keyLengthPosition + 1);
        if (keyLengthPosition < TextLength)
        {
            Decrypt(decrypted, keyLengthPosition + 1 + Buffer[TextPosition + keyLengthPosition]);
        }
    }

    /// <summary>Decrypts blocks until so many bytes of the text are there, or all of them.</summary>
    /// <returns>Bytes that are.</returns>
    private int Decrypt(int decrypted, int needed)
    {
        int end = needed < TextLength ? (needed + Aes256Cbc.BlockLength - 1) & ~(Aes256Cbc.BlockLength - 1) : TextLength;
        if (end <= decrypted)
        {
            return decrypted;
        }

        int last = TextPosition + end - Aes256Cbc.BlockLength;
        Array.Copy(Buffer, last, _lastBlock, 0, Aes256Cbc.BlockLength);
        _aes.Decrypt(_keys.AccountEncryption, _iv, Buffer, TextPosition + decrypted, end - decrypted);
        Array.Copy(_lastBlock, 0, _iv, 0, IvLength);
        return end;
    }

    /// <summary>Overwrites what may hold a key.</summary>
    public void Clear()
    {
        Array.Clear(Buffer, 0, Buffer.Length);
        Array.Clear(_covered, 0, _covered.Length);
    }

    private void ComputeMac(byte[] key, long generation, int index)
    {
        _place.Position = 0;
        _place.WriteUInt32(generation);
        _place.WriteByte(index);
        Array.Copy(Buffer, 0, _covered, PlaceLength, MacPosition);
        if (key == _keys.InitializationVector)
        {
            // It is not made yet, and what an earlier slot left there does not count.
            Array.Clear(_covered, PlaceLength + IvPosition, IvLength);
        }

        _hmac.SetKey(key, 0, KeyDerivation.KeyLength);
        _hmac.Compute(_covered, 0, _covered.Length, _mac);
        _hmac.Clear();
    }
}
