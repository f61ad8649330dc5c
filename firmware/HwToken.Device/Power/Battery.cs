// The cells: their voltage from the converter's counts, and what it says about them.

namespace HwToken.Device.Power;

/// <summary>What the cells have left, as far as their voltage tells.</summary>
public enum BatteryState
{
    /// <summary>Not measured, as on USB, or there is no battery behind the divider.</summary>
    Unknown,

    Good,

    /// <summary>Months are left: time to buy cells.</summary>
    Low,

    /// <summary>Any use may be the last one.</summary>
    Empty,
}

/// <summary>Judges three lithium/iron disulfide cells (Energizer L92) in series by their voltage.</summary>
/// <remarks>
/// <para>
/// They must be measured while the token is awake, that is under some 45 mA (hardware/power.md): without a load an
/// exhausted cell recovers to nearly what a good one has. Under 50 mA at 21 degrees C a cell begins at about 1.6 V,
/// stays near 1.5 V for most of its life, and falls steeply below 1.4 V. These figures are from memory of the L92 data
/// sheet's typical discharge curve: it was not at hand.
/// </para>
/// <para>
/// Low is 1.45 V a cell: at least a tenth of the charge is left there, by the same memory, for firmware/README.md to
/// reckon with. Empty is 1.2 V a cell: 0.3 V above what the regulator needs for 3.3 V. Cold cells and an ESP32's
/// uncalibrated converter (10 % either way, see Pins) can move both.
/// </para>
/// <para>
/// The state is left again only 50 mV a cell further up: a cell's voltage rises a little while it rests.
/// </para>
/// </remarks>
public sealed class BatteryLevel
{
    /// <summary>Below it they are low.</summary>
    public const int LowMillivolts = 3 * 1450;

    /// <summary>Below it they are empty.</summary>
    public const int EmptyMillivolts = 3 * 1200;

    /// <summary>So much above either limit they are no longer what they were.</summary>
    public const int HysteresisMillivolts = 3 * 50;

    /// <summary>
    /// A token that measures less is not running on these cells: neither the regulator nor the ESP32 would.
    /// </summary>
    public const int LeastMillivolts = 2500;

    public BatteryState State { get; private set; }

    /// <param name="millivolts">All cells together, under the token's own load; 0 where it cannot be measured.</param>
    public void Update(int millivolts)
    {
        if (millivolts < LeastMillivolts)
        {
            State = BatteryState.Unknown;
        }
        else if (millivolts < Limit(EmptyMillivolts, State == BatteryState.Empty))
        {
            State = BatteryState.Empty;
        }
        else if (millivolts < Limit(LowMillivolts, State >= BatteryState.Low))
        {
            State = BatteryState.Low;
        }
        else
        {
            State = BatteryState.Good;
        }
    }

    /// <summary>The token runs on something else now.</summary>
    public void Forget() => State = BatteryState.Unknown;

    private static int Limit(int millivolts, bool wasBelow) =>
        wasBelow ? millivolts + HysteresisMillivolts : millivolts;
}

/// <summary>What an analog-to-digital converter's count says about the battery behind a divider.</summary>
public sealed class BatteryScale
{
    private readonly int _microvoltsPerCount;
    private readonly int _offsetMillivolts;
    private readonly int _upperKilohms;
    private readonly int _lowerKilohms;

    /// <param name="microvoltsPerCount">The converter's slope.</param>
    /// <param name="offsetMillivolts">What its straight line says at count 0.</param>
    /// <param name="upperKilohms">From the battery to the converter.</param>
    /// <param name="lowerKilohms">From the converter to ground.</param>
    public BatteryScale(int microvoltsPerCount, int offsetMillivolts, int upperKilohms, int lowerKilohms)
    {
        _microvoltsPerCount = microvoltsPerCount;
        _offsetMillivolts = offsetMillivolts;
        _upperKilohms = upperKilohms;
        _lowerKilohms = lowerKilohms;
    }

    /// <param name="sum">Counts of several samples together.</param>
    /// <param name="samples">How many, at least 1.</param>
    /// <returns>Millivolts at the battery; 0 where the converter saw nothing, as without a battery.</returns>
    public int Millivolts(int sum, int samples)
    {
        if (sum == 0)
        {
            return 0;
        }

        int atConverter = _offsetMillivolts + (int)((long)sum * _microvoltsPerCount / samples / 1000);
        return atConverter * (_upperKilohms + _lowerKilohms) / _lowerKilohms;
    }
}
