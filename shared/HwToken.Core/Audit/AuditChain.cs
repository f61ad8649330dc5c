using System;
using HwToken.Core.Otp;

namespace HwToken.Core.Audit;

/// <summary>What binds each entry of the log to all before it: link = HMAC-SHA256(label, previous link || entry).</summary>
/// <remarks>
/// The key is a label and no secret: this is a hash, of the only kind that the token's platform has. Whoever wrote a
/// link down once, on paper or on another computer, sees later whether the entries before it are still the same.
/// </remarks>
public sealed class AuditChain
{
    /// <summary>Bytes of a link. The link before the first entry is all zeros.</summary>
    public const int LinkLength = 32;

    /// <summary>"HwToken audit".</summary>
    private static readonly byte[] Label = { 72, 119, 84, 111, 107, 101, 110, 32, 97, 117, 100, 105, 116 };

    private readonly IHmac _hmac;
    private readonly byte[] _message = new byte[LinkLength + AuditEntry.Length];

    /// <param name="hmacSha256">Its key is cleared after each call.</param>
    public AuditChain(IHmac hmacSha256)
    {
        _hmac = hmacSha256;
    }

    /// <summary>Goes on by one entry.</summary>
    /// <param name="link"><see cref="LinkLength"/> bytes: the link before the entry, and afterwards the one behind it.</param>
    /// <param name="entries">Holds the entry's <see cref="AuditEntry.Length"/> bytes at <paramref name="offset"/>.</param>
    public void Extend(byte[] link, byte[] entries, int offset)
    {
        Array.Copy(link, 0, _message, 0, LinkLength);
        Array.Copy(entries, offset, _message, LinkLength, AuditEntry.Length);
        _hmac.SetKey(Label, 0, Label.Length);
        _hmac.Compute(_message, 0, _message.Length, link);
        _hmac.Clear();
    }
}
