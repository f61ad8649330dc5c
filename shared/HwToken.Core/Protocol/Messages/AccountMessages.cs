// Messages about accounts.
using System;
using HwToken.Core.Otp;
using HwToken.Core.Text;

namespace HwToken.Core.Protocol.Messages;

/// <summary>An account without its key: what a list shows, and what a new account is stored with.</summary>
public sealed class AccountEntry : IMessage
{
    /// <summary>The most bytes that <see cref="Write"/> takes.</summary>
    public const int MaxLength = 4 + 1 + Limits.NameLength;

    public OtpAlgorithm Algorithm { get; set; }

    /// <summary>6 to 8.</summary>
    public int Digits { get; set; } = 6;

    /// <summary>Seconds of a time step, 1 to 65535.</summary>
    public int Period { get; set; } = 30;

    public Utf8Text Name { get; } = new(Limits.NameLength);

    /// <summary>What is wrong with it: the name's status, the parameters' status, or <see cref="Status.Ok"/>.</summary>
    public Status Check()
    {
        if (Name.Length == 0 || !Name.IsPrintable)
        {
            return Status.NameInvalid;
        }

        bool known = Algorithm == OtpAlgorithm.HmacSha1 || Algorithm == OtpAlgorithm.HmacSha256;
        return known && Digits >= Limits.MinDigits && Digits <= Limits.MaxDigits
            && Period >= 1 && Period <= Limits.MaxPeriod
            ? Status.Ok
            : Status.ParameterInvalid;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte((int)Algorithm);
        writer.WriteByte(Digits);
        writer.WriteUInt16(Period);
        writer.WriteText(Name);
    }

    public void Read(PayloadReader reader)
    {
        Algorithm = (OtpAlgorithm)reader.ReadByte();
        Digits = reader.ReadByte();
        Period = reader.ReadUInt16();
        reader.ReadText(Name);
    }
}

public sealed class ListAccountsRequest : IMessage
{
    /// <summary>Where to begin in the token's order, 0 for the first account.</summary>
    public int Start { get; set; }

    public void Write(PayloadWriter writer) => writer.WriteByte(Start);

    public void Read(PayloadReader reader) => Start = reader.ReadByte();
}

/// <summary>Some accounts in the token's order; ask again from where they end until <see cref="Total"/> are known.</summary>
public sealed class ListAccountsReply : IMessage
{
    /// <summary>Entries of full length that fit a frame: the status and two counts come before them.</summary>
    public const int MaxEntries = (Frame.MaxPayload - 3) / AccountEntry.MaxLength;

    public ListAccountsReply()
    {
        for (int i = 0; i < MaxEntries; i++)
        {
            Entries[i] = new AccountEntry();
        }
    }

    /// <summary>Accounts on the token, in this reply or not.</summary>
    public int Total { get; set; }

    /// <summary>How many of <see cref="Entries"/> this reply carries, 0 to <see cref="MaxEntries"/>.</summary>
    public int Count { get; set; }

    public AccountEntry[] Entries { get; } = new AccountEntry[MaxEntries];

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(Total);
        writer.WriteByte(Count);
        for (int i = 0; i < Count; i++)
        {
            Entries[i].Write(writer);
        }
    }

    public void Read(PayloadReader reader)
    {
        Total = reader.ReadByte();
        Count = reader.ReadByte();
        if (Count > MaxEntries)
        {
            // More than a frame holds: let the reader run dry, which is how every cut-off field is found.
            Count = 0;
            reader.Skip(Frame.MaxPayload);
            return;
        }

        for (int i = 0; i < Count; i++)
        {
            Entries[i].Read(reader);
        }
    }
}

/// <summary>Stores an account. The only message that carries a key, and only this way: no reply ever does.</summary>
public sealed class PutAccountRequest : IMessage
{
    /// <summary>Put this key in place of the one that the account of this name has; otherwise a taken name is refused.</summary>
    public bool Replace { get; set; }

    public AccountEntry Account { get; } = new();

    /// <summary>The HMAC key, raw; the first <see cref="KeyLength"/> bytes count.</summary>
    public byte[] Key { get; } = new byte[Limits.KeyLength];

    /// <summary>1 to <see cref="Limits.KeyLength"/>.</summary>
    public int KeyLength { get; set; }

    /// <summary>Overwrites the key.</summary>
    public void Clear()
    {
        Array.Clear(Key, 0, Key.Length);
        KeyLength = 0;
    }

    public void Write(PayloadWriter writer)
    {
        writer.WriteByte(Replace ? 1 : 0);
        Account.Write(writer);
        writer.WriteBlock(Key, KeyLength);
    }

    public void Read(PayloadReader reader)
    {
        Replace = reader.ReadFlag();
        Account.Read(reader);
        KeyLength = reader.ReadBlock(Key);
    }
}

public sealed class RenameAccountRequest : IMessage
{
    /// <summary>See <see cref="Protocol.AccountId"/>.</summary>
    public byte[] AccountId { get; } = new byte[Protocol.AccountId.Length];

    public Utf8Text NewName { get; } = new(Limits.NameLength);

    public void Write(PayloadWriter writer)
    {
        writer.WriteBytes(AccountId, 0, AccountId.Length);
        writer.WriteText(NewName);
    }

    public void Read(PayloadReader reader)
    {
        reader.ReadBytes(AccountId, AccountId.Length);
        reader.ReadText(NewName);
    }
}

public sealed class DeleteAccountRequest : IMessage
{
    /// <summary>See <see cref="Protocol.AccountId"/>.</summary>
    public byte[] AccountId { get; } = new byte[Protocol.AccountId.Length];

    public void Write(PayloadWriter writer) => writer.WriteBytes(AccountId, 0, AccountId.Length);

    public void Read(PayloadReader reader) => reader.ReadBytes(AccountId, AccountId.Length);
}
