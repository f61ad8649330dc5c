// What a token says about itself: where it is, its PIN, its seal, and what a drill found.
using HwToken.Client.Ports;
using HwToken.Core.Protocol;

namespace HwToken.Client.Model;

/// <summary>A token that is plugged in.</summary>
/// <param name="Serial">The token's own; null while another hwtoken uses it.</param>
/// <param name="State">What it is doing; null while another hwtoken uses it.</param>
public sealed record FoundToken(PortInfo Port, string? Serial, TokenState? State)
{
    public override string ToString() => Serial is null ? $"{Port.Path} (in use by another hwtoken)" : $"{Port.Path} ({Serial})";
}

/// <summary>What a token tells about itself.</summary>
/// <param name="Board">What it runs on, such as esp32 or virtual.</param>
/// <param name="Accounts">How many it keeps; null while it is locked.</param>
/// <param name="Capacity">How many it can keep.</param>
/// <param name="BatteryMillivolts">Null where it cannot be measured.</param>
/// <param name="ExternalPower">It is fed from USB.</param>
/// <param name="Health">Null where its firmware does not tell.</param>
public sealed record TokenInfo(
    Version Firmware,
    string Board,
    int? Accounts,
    int Capacity,
    int? BatteryMillivolts,
    bool ExternalPower,
    TokenClock Clock,
    TokenPin Pin,
    TokenSeal Seal,
    TokenHealth? Health = null);

/// <summary>How the board under a token is.</summary>
/// <param name="FreeHeapBytes">Null where it cannot tell.</param>
/// <param name="LastFault">What ended its program last, and where; null if nothing has since it was wiped.</param>
public sealed record TokenHealth(RadioState Radio, long? FreeHeapBytes, string? LastFault);

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

/// <summary>A token's seal.</summary>
/// <param name="Number">On the last seal; null if there was none.</param>
/// <param name="SealedAt">When it was last sealed, by its own time; null if never.</param>
/// <param name="Openings">How often a seal was broken since the token was made.</param>
/// <param name="LastDrill">The last drill that found nothing, by its own time; null if there was none.</param>
public sealed record TokenSeal(
    bool IsSealed, long? Number, DateTimeOffset? SealedAt, long Openings, DateTimeOffset? LastDrill)
{
    /// <summary>A year after the last drill, or after it was sealed; null if neither was.</summary>
    public DateTimeOffset? NextDrill
    {
        get
        {
            DateTimeOffset? last = LastDrill > SealedAt ? LastDrill : SealedAt ?? LastDrill;
            // The calendar ends in 9999, and a token's clock before it.
            return last?.Year < DateTimeOffset.MaxValue.Year ? last.Value.AddYears(1) : last;
        }
    }
}

/// <summary>What a token found when it checked itself.</summary>
/// <param name="IsStorageWhole">Both copies of everything that it stores are whole.</param>
/// <param name="IsRecorded">Everything was in order, and the drill is in its log.</param>
/// <param name="GoodAccounts">Those of which it computed a code, for nobody to see.</param>
/// <param name="BatteryMillivolts">Null where it cannot be measured.</param>
/// <param name="ExternalPower">It is fed from USB: the voltage is not one under load.</param>
/// <param name="IsBatteryLow">It runs on its cells, and they are to be changed.</param>
public sealed record DrillResult(
    bool IsStorageWhole,
    bool IsRecorded,
    int Accounts,
    int GoodAccounts,
    int? BatteryMillivolts,
    bool ExternalPower,
    bool IsBatteryLow,
    TokenSeal Seal,
    TokenClock Clock);
