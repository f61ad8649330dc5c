// A token's audit log with its chain of links.
using System.Security.Cryptography;
using HwToken.Core.Audit;

namespace HwToken.Client.Audit;

/// <summary>A token's audit log as it was read, with the chain computed over it.</summary>
/// <remarks>
/// The chain proves nothing by itself: anyone who can write a log can write its links. It binds all entries to one short
/// number, and an earlier one of those, on paper or on this computer, shows whether anything was changed.
/// </remarks>
public sealed class AuditTrail
{
    private readonly long _oldest;
    private readonly byte[][] _links;

    /// <param name="oldest">How many entries the token does not have any more.</param>
    /// <param name="baseLink">The link behind those; <see cref="AuditChain.LinkLength"/> bytes.</param>
    /// <param name="bytes">The entries as the token stores them.</param>
    internal AuditTrail(long oldest, byte[] baseLink, byte[] bytes, IReadOnlyList<AuditRecord> records)
    {
        _oldest = oldest;
        Records = records;
        _links = new byte[records.Count + 1][];
        _links[0] = [.. baseLink];
        byte[] label = AuditChain.CreateLabel();
        for (int i = 0; i < records.Count; i++)
        {
            byte[] message = [.. _links[i], .. bytes.AsSpan(i * AuditEntry.Length, AuditEntry.Length)];
            _links[i + 1] = HMACSHA256.HashData(label, message);
        }
    }

    /// <summary>The entries that the token still has, the oldest first.</summary>
    public IReadOnlyList<AuditRecord> Records { get; }

    /// <summary>Entries ever made.</summary>
    public long Total => _oldest + Records.Count;

    /// <summary>Entries that the token does not have any more.</summary>
    public long Overwritten => _oldest;

    /// <summary>What to write down.</summary>
    public AuditHead Head => AuditHead.Of(Total, _links[^1]);

    /// <summary>
    /// Whether it begins as every log does: the first entry says that the token was made, and nothing is before it.
    /// True where that entry is overwritten.
    /// </summary>
    public bool BeginsWell =>
        _oldest > 0 || (Records.Count > 0 && Records[0].Event == AuditEvent.Created && _links[0].All(b => b == 0));

    /// <summary>Holds the log against what was written down earlier.</summary>
    public AuditMatch Compare(AuditHead earlier)
    {
        if (earlier.Total > Total)
        {
            return AuditMatch.Shorter;
        }

        if (earlier.Total < _oldest)
        {
            return AuditMatch.Overwritten;
        }

        AuditHead then = AuditHead.Of(earlier.Total, _links[(int)(earlier.Total - _oldest)]);
        return then.Equals(earlier) ? AuditMatch.Same : AuditMatch.Different;
    }
}

/// <summary>What a log says to a link that was written down earlier.</summary>
public enum AuditMatch
{
    /// <summary>The entries before the link are those that were there.</summary>
    Same,

    /// <summary>They are not.</summary>
    Different,

    /// <summary>There are fewer entries than there were.</summary>
    Shorter,

    /// <summary>More entries have come since than the token keeps: nobody can tell any more.</summary>
    Overwritten,
}

/// <summary>One entry of a token's audit log.</summary>
/// <param name="Number">The first entry that the token ever made is number 1.</param>
/// <param name="Time">By the token's clock; null if that could not be believed.</param>
/// <param name="Event">May be one that this program does not know.</param>
/// <param name="Detail">32 bits; what they mean depends on the event.</param>
public sealed record AuditRecord(long Number, DateTimeOffset? Time, AuditEvent Event, long Detail)
{
    /// <summary>The detail of events that count seconds forth and back.</summary>
    public int SignedDetail => unchecked((int)(uint)Detail);
}
