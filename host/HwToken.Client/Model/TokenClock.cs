// A token's clock: its time, its accuracy, and comparisons with this computer's.
using HwToken.Core.Protocol;

namespace HwToken.Client.Model;

/// <summary>A token's clock, whole seconds of UTC.</summary>
/// <param name="Time">Null unless the clock runs.</param>
/// <param name="LastSet">When it was last set, by its own time; null if never.</param>
/// <param name="HostTime">This computer's UTC when the answer came.</param>
/// <param name="Accuracy">Null unless the clock runs.</param>
public sealed record TokenClock(
    ClockState State, DateTimeOffset? Time, DateTimeOffset? LastSet, DateTimeOffset HostTime, ClockAccuracy? Accuracy = null)
{
    /// <summary>
    /// How many seconds it is ahead of this computer's clock, negative if behind, give or take one since both count
    /// whole seconds; null unless it runs.
    /// </summary>
    public long? SecondsAhead => Time?.ToUnixTimeSeconds() - HostTime.ToUnixTimeSeconds();
}

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

/// <summary>A token's clock against this computer's, measured on the edge of a second.</summary>
/// <param name="Value">The token's time less this computer's: above 0 if the token is ahead.</param>
/// <param name="Uncertainty">By how much that may be wrong, either way: what the way between them leaves open.</param>
public sealed record ClockOffset(TimeSpan Value, TimeSpan Uncertainty);

/// <summary>A comparison that a token remembers.</summary>
/// <param name="Time">When.</param>
/// <param name="Gained">What its chip had gained since it was set.</param>
/// <param name="Trimmed">What its aging register should have held it back besides.</param>
/// <param name="Uncertainty">By how much <paramref name="Gained"/> may be wrong, either way.</param>
/// <param name="Temperature">The chip's, in degrees C; null if unknown.</param>
public sealed record PastComparison(
    DateTimeOffset Time, TimeSpan Gained, TimeSpan Trimmed, TimeSpan Uncertainty, int? Temperature);
