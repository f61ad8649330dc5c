namespace HwToken.Client;

/// <summary>A token's clock against this computer's, measured on the edge of a second.</summary>
/// <param name="Value">The token's time less this computer's: above 0 if the token is ahead.</param>
/// <param name="Uncertainty">By how much that may be wrong, either way: what the way between them leaves open.</param>
public sealed record ClockOffset(TimeSpan Value, TimeSpan Uncertainty);
