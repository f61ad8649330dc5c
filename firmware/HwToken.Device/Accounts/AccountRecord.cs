using System;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

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

    /// <summary>A record over parts that somebody else fills, so that a key is not copied to be stored.</summary>
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
