using HwToken.Client.Audit;
using HwToken.Client.Model;

namespace HwToken.Cli.Card;

/// <summary>What the card says of one token and one account. Nothing of it is secret.</summary>
/// <param name="Account">Its whole name.</param>
/// <param name="Printed">This computer's time.</param>
internal sealed record CardFacts(string Serial, string Account, TokenSeal Seal, AuditHead Head, DateTimeOffset Printed);
