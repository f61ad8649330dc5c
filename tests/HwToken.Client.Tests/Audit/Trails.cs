using HwToken.Client.Audit;
using HwToken.Client.Exchange;
using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Tests.Audit;

/// <summary>Logs as a token would tell them.</summary>
internal static class Trails
{
    /// <summary>An entry's bytes.</summary>
    public static byte[] Entry(long unixSeconds, AuditEvent what, long detail)
    {
        byte[] bytes = new byte[AuditEntry.Length];
        new AuditEntry { UnixSeconds = unixSeconds, Event = what, Detail = detail }.Write(new PayloadWriter(bytes));
        return bytes;
    }

    /// <summary>Made, and then so many accounts stored.</summary>
    public static byte[] Log(int entries) =>
        [.. Enumerable.Range(0, entries).SelectMany(i => i == 0 ? Entry(0, AuditEvent.Created, 0) : Entry(1_800_000_000 + i, AuditEvent.AccountStored, i))];

    /// <summary>The link behind the first entries of a log, computed with another HMAC than the product's.</summary>
    public static byte[] LinkBehind(byte[] log, int entries)
    {
        byte[] link = new byte[32];
        for (int i = 0; i < entries; i++)
        {
            link = System.Security.Cryptography.HMACSHA256.HashData(
                "HwToken audit"u8, [.. link, .. log.AsSpan(i * AuditEntry.Length, AuditEntry.Length)]);
        }

        return link;
    }

    /// <summary>A page of a log of which the token still has what comes behind <paramref name="oldest"/> entries.</summary>
    public static ReadAuditReply Page(byte[] log, long start, int oldest = 0, int most = ReadAuditReply.MaxEntries)
    {
        int total = log.Length / AuditEntry.Length;
        int from = (int)Math.Max(start, oldest);
        var page = new ReadAuditReply { Total = total, Oldest = oldest, Count = Math.Min(most, total - from) };
        LinkBehind(log, oldest).CopyTo(page.BaseLink, 0);
        log.AsSpan(from * AuditEntry.Length, page.Count * AuditEntry.Length).CopyTo(page.Entries);
        return page;
    }

    public static AuditTrail Read(byte[] log, int oldest = 0)
    {
        var reader = new AuditReader("memory");
        while (!reader.Add(Page(log, reader.Next, oldest)))
        {
        }

        return reader.ToTrail();
    }
}
