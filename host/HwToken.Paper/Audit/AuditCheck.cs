// Whether a token's log is the one that was seen before, and its entries in words.
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HwToken.Client.Accounts;
using HwToken.Client.Audit;
using HwToken.Core.Audit;

namespace HwToken.Paper.Audit;

/// <summary>The end of a log that a computer has seen.</summary>
/// <param name="When">By the computer's clock, as people read it.</param>
public sealed record SeenHead(AuditHead Head, string When);

/// <summary>What was held against a log, and what came of it.</summary>
/// <param name="Against">"start", "computer" or "card": for scripts.</param>
/// <param name="Text">For people: lower case, no full stop.</param>
public sealed record AuditFinding(string Against, bool IsGood, string Text);

/// <summary>Holds a log against itself, what this computer has seen, and what stands on the card.</summary>
public static class AuditCheck
{
    public static IReadOnlyList<AuditFinding> Run(AuditTrail trail, SeenHead? seen, AuditHead? card)
    {
        var findings = new List<AuditFinding>();
        if (!trail.BeginsWell)
        {
            findings.Add(new("start", false, "the log does not begin with the entry that every log begins with"));
        }

        findings.Add(seen is null
            ? new("computer", true, "this computer has not seen the log before")
            : OfComputer(trail, seen));
        if (card is not null)
        {
            findings.Add(OfCard(trail, card));
        }

        return findings;
    }

    private static AuditFinding OfComputer(AuditTrail trail, SeenHead seen)
    {
        string then = $"this computer saw on {seen.When}";
        return trail.Compare(seen.Head) switch
        {
            AuditMatch.Same => new("computer", true, $"the first {seen.Head.Total} entries are those that {then}"),
            AuditMatch.Overwritten => new(
                "computer",
                true,
                $"a gap: entries {seen.Head.Total + 1} to {trail.Overwritten} came and were overwritten "
                    + "since this computer looked"),
            AuditMatch.Shorter => new(
                "computer",
                false,
                $"there are {trail.Total} entries, and {seen.Head.Total} that {then}: the log was set back"),
            _ => new("computer", false, $"the first {seen.Head.Total} entries are not those that {then}"),
        };
    }

    /// <summary>The card is to tell whether somebody had the token since.</summary>
    private static string Since(AuditTrail trail, AuditHead card)
    {
        int openings = trail.Records.Count(record => record.Number > card.Total && record.Event == AuditEvent.Opened);
        string entries = (trail.Total - card.Total) switch
        {
            0 => "nothing has happened since",
            1 => "one has come since",
            long count => $"{count} have come since",
        };
        return openings == 0 ? entries : $"{entries}, and the seal was broken";
    }

    private static AuditFinding OfCard(AuditTrail trail, AuditHead card) => trail.Compare(card) switch
    {
        AuditMatch.Same => new("card", true, $"the first {card.Total} entries are those of the card; {Since(trail, card)}"),
        AuditMatch.Overwritten => new(
            "card", false, $"entry {card.Total} is overwritten: the card is too old to be held against the log"),
        AuditMatch.Shorter => new(
            "card", false, $"there are {trail.Total} entries, and {card.Total} on the card: the log was set back"),
        _ => new("card", false, $"the first {card.Total} entries are not those of the card"),
    };
}

/// <summary>Entries of a log as words.</summary>
/// <param name="accounts">Those that the token has now: an entry tells the start of an id, and no name.</param>
public sealed class AuditText(IEnumerable<TokenAccount> accounts)
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
