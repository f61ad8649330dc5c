namespace HwToken.Wiring.Model;

/// <summary>A resistor or a capacitor on a wire.</summary>
/// <param name="Value">As the table has it, such as "4.7 kOhm".</param>
/// <param name="To">The net at its other end; empty for one in series with the wire.</param>
public sealed record Passive(string Value, string To)
{
    public bool IsInSeries => To.Length == 0;

    public bool IsCapacitor => Value.EndsWith('F');

    /// <summary>The value with the unit's own sign.</summary>
    public string Label => Value.Replace("Ohm", "\u03A9", StringComparison.Ordinal)
        .Replace(" u", " \u00B5", StringComparison.Ordinal);
}
