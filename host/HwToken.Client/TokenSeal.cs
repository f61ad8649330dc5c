namespace HwToken.Client;

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
