using HwToken.Cli.Output;
using HwToken.Client.Audit;
using HwToken.Core.Audit;

namespace HwToken.Cli.Audit;

/// <summary>What was held against a log, and what came of it.</summary>
/// <param name="Against">"start", "computer" or "card": for scripts.</param>
/// <param name="Text">For people: lower case, no full stop.</param>
internal sealed record AuditFinding(string Against, bool IsGood, string Text);

/// <summary>Holds a log against itself, what this computer has seen, and what stands on the card.</summary>
internal static class AuditCheck
{
    public static IReadOnlyList<AuditFinding> Run(AuditTrail trail, SeenHeads.Seen? seen, AuditHead? card)
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

    private static AuditFinding OfComputer(AuditTrail trail, SeenHeads.Seen seen)
    {
        string then = $"this computer saw on {Printable.Of(seen.When)}";
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
