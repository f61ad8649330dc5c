using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HwToken.Client.Accounts;
using HwToken.Client.Audit;
using HwToken.Core.Audit;

namespace HwToken.Cli.Audit;

/// <summary>Entries of a log as words.</summary>
/// <param name="accounts">Those that the token has now: an entry tells the start of an id, and no name.</param>
internal sealed class AuditText(IEnumerable<TokenAccount> accounts)
{
    private readonly Dictionary<long, string> _names =
        accounts.GroupBy(a => StartOfId(a.Name)).ToDictionary(g => g.Key, g => g.First().Name);

    public static string EventOf(AuditRecord record) => record.Event switch
    {
        AuditEvent.Created => "token made",
        AuditEvent.AccountStored => "account stored",
        AuditEvent.AccountReplaced => "account replaced",
        AuditEvent.AccountRenamed => "account renamed",
        AuditEvent.AccountDeleted => "account deleted",
        AuditEvent.ClockSet => "clock set",
        AuditEvent.ClockJumped => "clock jumped",
        AuditEvent.PinSet => "PIN set",
        AuditEvent.PinRemoved => "PIN removed",
        AuditEvent.PinFailed => "wrong PIN",
        AuditEvent.Sealed => "sealed",
        AuditEvent.Opened => "seal broken",
        AuditEvent.Drill => "drill",
        _ => $"unknown ({(int)record.Event})",
    };

    /// <summary>Empty where there is nothing to add.</summary>
    public string DetailOf(AuditRecord record) => record.Event switch
    {
        AuditEvent.AccountStored or AuditEvent.AccountReplaced
            or AuditEvent.AccountRenamed or AuditEvent.AccountDeleted => _names.GetValueOrDefault(record.Detail) ?? Text($"id {record.Detail:x8}.."),
        AuditEvent.ClockJumped => Text($"{record.SignedDetail:+0;-0;0} s"),
        AuditEvent.Drill => Text($"clock {record.SignedDetail:+0;-0;0} s"),
        AuditEvent.PinSet => Text($"{record.Detail} tries"),
        AuditEvent.PinFailed => Text($"try {record.Detail}"),
        AuditEvent.Sealed => Text($"number {record.Detail}"),
        AuditEvent.Opened => Text($"opening {record.Detail}"),
        AuditEvent.Created or AuditEvent.ClockSet or AuditEvent.PinRemoved => "",
        _ => Text($"{record.Detail}"),
    };

    /// <summary>An id is the first 8 bytes of SHA-1 over a name (shared/PROTOCOL.md); the log has four of them.</summary>
#pragma warning disable CA5350 // SHA-1 is the protocol's, and keeps nothing secret here.
    private static long StartOfId(string name) =>
        BinaryPrimitives.ReadUInt32BigEndian(SHA1.HashData(Encoding.UTF8.GetBytes(name)));
#pragma warning restore CA5350

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
