using System;

namespace HwToken.Core.Protocol.Messages;

/// <summary>Stores an account. The only message that carries a key, and only this way: no reply ever does.</summary>
public sealed class PutAccountRequest : IMessage
{
    /// <summary>Put this key in place of the one that the account of this name has; otherwise a taken name is refused.</summary>
    public bool Replace { get; set; }

    public AccountEntry Account { get; } = new AccountEntry();

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
