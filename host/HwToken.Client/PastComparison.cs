namespace HwToken.Client;

/// <summary>A comparison that a token remembers.</summary>
/// <param name="Time">When.</param>
/// <param name="Gained">What its chip had gained since it was set.</param>
/// <param name="Trimmed">What its aging register should have held it back besides.</param>
/// <param name="Uncertainty">By how much <paramref name="Gained"/> may be wrong, either way.</param>
/// <param name="Temperature">The chip's, in degrees C; null if unknown.</param>
public sealed record PastComparison(
    DateTimeOffset Time, TimeSpan Gained, TimeSpan Trimmed, TimeSpan Uncertainty, int? Temperature);
