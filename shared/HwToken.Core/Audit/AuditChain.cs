// The audit log: its events, its entries, and the chain that binds them.
using System;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;

namespace HwToken.Core.Audit;

/// <summary>What a token's audit log tells of. Numbers are never given to another meaning.</summary>
public enum AuditEvent : byte
{
    /// <summary>The first start, or the first one after everything was erased. No detail.</summary>
    Created = 1,

    /// <summary>An account was stored. Detail of all that tell of accounts: the first four bytes of its id.</summary>
    AccountStored = 2,

    /// <summary>An account's key was replaced.</summary>
    AccountReplaced = 3,

    /// <summary>An account was given another name; the detail is of the new one.</summary>
    AccountRenamed = 4,

    AccountDeleted = 5,

    /// <summary>The owner set a clock that was not running, or never was set. No detail.</summary>
    ClockSet = 6,

    /// <summary>The owner let the clock jump. Detail: seconds, two's complement.</summary>
    ClockJumped = 7,

    /// <summary>A PIN was set or changed. Detail: tries allowed.</summary>
    PinSet = 8,

    PinRemoved = 9,

    /// <summary>A wrong PIN. Detail: which try in a row it was.</summary>
    PinFailed = 10,

    /// <summary>The token was sealed. Detail: the seal's number.</summary>
    Sealed = 11,

    /// <summary>The seal was broken. Detail: which opening it was.</summary>
    Opened = 12,

    /// <summary>A yearly drill was done. Detail: seconds that the clock was off, two's complement.</summary>
    Drill = 13,
}

/// <summary>One line of the audit log, without anything that is secret.</summary>
public sealed class AuditEntry
{
    /// <summary>Bytes of an entry, as stored and as on the wire.</summary>
    public const int Length = 5 + 1 + 4;

    /// <summary>What the token's clock said, seconds since 1970-01-01T00:00:00Z; 0 if it said nothing.</summary>
    public long UnixSeconds { get; set; }

    public AuditEvent Event { get; set; }

    /// <summary>Depends on the event; 32 bits.</summary>
    public long Detail { get; set; }

    public void Write(PayloadWriter writer)
    {
        writer.WriteUInt40(UnixSeconds);
        writer.WriteByte((int)Event);
        writer.WriteUInt32(Detail);
    }

    public void Read(PayloadReader reader)
    {
        UnixSeconds = reader.ReadUInt40();
        Event = (AuditEvent)reader.ReadByte();
        Detail = reader.ReadUInt32();
    }
}

/// <summary>What binds each entry of the log to all before it: link = HMAC-SHA256(label, previous link || entry).</summary>
/// <remarks>
/// The key is a label and no secret: this is a hash, of the only kind that the token's platform has. Someone who wrote a
/// link down, on paper or on another computer, sees later whether the entries before it are still the same.
/// </remarks>
public sealed class AuditChain
{
    /// <summary>Bytes of a link. The link before the first entry is all zeros.</summary>
    public const int LinkLength = 32;

    private readonly IHmac _hmac;
    private readonly byte[] _label = CreateLabel();
    private readonly byte[] _message = new byte[LinkLength + AuditEntry.Length];

    /// <param name="hmacSha256">Its key is cleared after each call.</param>
    public AuditChain(IHmac hmacSha256)
    {
        _hmac = hmacSha256;
    }

    /// <returns>"HwToken audit".</returns>
    public static byte[] CreateLabel()
    {
        return new byte[] { 72, 119, 84, 111, 107, 101, 110, 32, 97, 117, 100, 105, 116 };
    }

    /// <summary>Goes on by one entry.</summary>
    /// <param name="link"><see cref="LinkLength"/> bytes: the link before the entry, and afterwards the one behind it.</param>
    /// <param name="entries">Holds the entry's <see cref="AuditEntry.Length"/> bytes at <paramref name="offset"/>.</param>
    public void Extend(byte[] link, byte[] entries, int offset)
    {
        Array.Copy(link, 0, _message, 0, LinkLength);
        Array.Copy(entries, offset, _message, LinkLength, AuditEntry.Length);
        _hmac.SetKey(_label, 0, _label.Length);
        _hmac.Compute(_message, 0, _message.Length, link);
        _hmac.Clear();
    }
}
