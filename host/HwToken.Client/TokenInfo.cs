using HwToken.Core.Protocol;

namespace HwToken.Client;

/// <summary>What a token tells about itself.</summary>
/// <param name="Board">What it runs on, such as esp32 or virtual.</param>
/// <param name="Accounts">How many it keeps.</param>
/// <param name="Capacity">How many it can keep.</param>
/// <param name="BatteryMillivolts">Null where it cannot be measured.</param>
/// <param name="ExternalPower">It is fed from USB.</param>
public sealed record TokenInfo(
    Version Firmware,
    string Board,
    int Accounts,
    int Capacity,
    int? BatteryMillivolts,
    bool ExternalPower,
    TokenClock Clock,
    TokenSeal Seal);

/// <summary>A token's clock, whole seconds of UTC.</summary>
/// <param name="Time">Null unless the clock runs.</param>
/// <param name="LastSet">When it was last set, by its own time; null if never.</param>
/// <param name="HostTime">This computer's UTC when the answer came.</param>
public sealed record TokenClock(ClockState State, DateTimeOffset? Time, DateTimeOffset? LastSet, DateTimeOffset HostTime)
{
    /// <summary>
    /// How many seconds it is ahead of this computer's clock, negative if behind, give or take one since both count
    /// whole seconds; null unless it runs.
    /// </summary>
    public long? SecondsAhead => Time?.ToUnixTimeSeconds() - HostTime.ToUnixTimeSeconds();
}
