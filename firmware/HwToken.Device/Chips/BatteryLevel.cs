namespace HwToken.Device.Chips;

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
    /// Whoever measures less is not running on these cells: neither the regulator nor the ESP32 would.
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
    public void Forget()
    {
        State = BatteryState.Unknown;
    }

    private static int Limit(int millivolts, bool wasBelow)
    {
        return wasBelow ? millivolts + HysteresisMillivolts : millivolts;
    }
}
