using HwToken.Core.Protocol;

namespace HwToken.Client;

/// <summary>How good a token's clock is, as it says itself.</summary>
/// <param name="Bound">By how much it may be wrong now, either way.</param>
/// <param name="YearBound">The same a year from now, if it lies in a drawer until then.</param>
/// <param name="Gained">What its chip has gained since it was set; the token takes it out.</param>
/// <param name="ResidualPpm">What the token takes out from now on: above 0 if the chip, as trimmed, is fast.</param>
/// <param name="ResidualUncertaintyPpm">By how much that may be wrong as measured.</param>
/// <param name="Aging">The chip's aging register: above 0 slows it, about 0.1 ppm a step.</param>
/// <param name="Rate">Whether the chip's rate was learned.</param>
/// <param name="Temperature">The chip's, in degrees C; null if unknown.</param>
/// <param name="Compared">When it was last compared; null if not since it was set.</param>
/// <param name="Jumps">How often its owner has let it jump.</param>
/// <param name="BackwardJumps">How many of these went back.</param>
public sealed record ClockAccuracy(
    TimeSpan Bound,
    TimeSpan YearBound,
    TimeSpan Gained,
    double ResidualPpm,
    double ResidualUncertaintyPpm,
    int Aging,
    ClockRate Rate,
    int? Temperature,
    DateTimeOffset? Compared,
    int Jumps,
    int BackwardJumps);
