using HwToken.Core.Audit;

namespace HwToken.Client.Audit;

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
