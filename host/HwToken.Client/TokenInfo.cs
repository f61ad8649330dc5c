using HwToken.Core.Protocol;

namespace HwToken.Client;

/// <summary>What a token tells about itself.</summary>
/// <param name="Board">What it runs on, such as esp32 or virtual.</param>
/// <param name="Accounts">How many it keeps; null while it is locked.</param>
/// <param name="Capacity">How many it can keep.</param>
/// <param name="BatteryMillivolts">Null where it cannot be measured.</param>
/// <param name="ExternalPower">It is fed from USB.</param>
public sealed record TokenInfo(
    Version Firmware,
    string Board,
    int? Accounts,
    int Capacity,
    int? BatteryMillivolts,
    bool ExternalPower,
    TokenClock Clock,
    TokenPin Pin,
    TokenSeal Seal);

/// <summary>A token's PIN: whether there is one, and what becomes of wrong ones.</summary>
/// <param name="IsLocked">It has not been given.</param>
/// <param name="TriesLeft">0 if the token is blocked, and without a PIN.</param>
/// <param name="MaxTries">Wrong PINs in a row until the end; 0 without a PIN.</param>
/// <param name="Erases">Everything is erased behind the last try; otherwise the token stays locked.</param>
public sealed record TokenPin(bool IsSet, bool IsLocked, int TriesLeft, int MaxTries, bool Erases)
{
    /// <summary>No try is left: only a wipe helps.</summary>
    public bool IsBlocked => IsLocked && TriesLeft == 0;
}

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
