using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

/// <summary>
/// What comes from a higher supply through a divider is neither too high for the pin nor too low to be seen as high.
/// Nominal resistances; a closed switch counts as a wire.
/// </summary>
public sealed class LevelRule : IRule
{
    /// <summary>Of the supply: ESP32-S3 datasheet, DC characteristics, high-level input voltage.</summary>
    private const double InputHigh = 0.75;

    /// <summary>Above the supply, volts: the same table.</summary>
    private const double Headroom = 0.3;

    /// <summary>The converter reads it: it need not be a logic level.</summary>
    private const string Analog = "BATTERY";

    public string Title => "every divided level is safe for its pin, and seen as high";

    public IEnumerable<string> Check(Design design) =>
        from terminal in design.Netlist.Terminals
        where terminal.Pin.Type is PinType.Input or PinType.Bidirectional && !terminal.IsOpen
        where design.VoltsOf(terminal.Net) is null
        from level in LevelsOf(design, terminal.Net)
        from finding in Check(design, terminal, level)
        select finding;

    /// <summary>The levels that a net takes from supplies through resistors, with its pull-down.</summary>
    public static IEnumerable<Interval> LevelsOf(Design design, string net)
    {
        double[] down =
        [
            .. design.Netlist.Across(net, "resistor").Where(across => across.Net == Terminal.Ground)
                .Select(across => design.ValueOf(across.Part) ?? double.NaN),
        ];
        return
            from up in design.Netlist.Across(net, "resistor")
            from feed in design.Netlist.Across(up.Net, "switch").Select(across => across.Net).Append(up.Net)
            where down.Length == 1 && design.VoltsOf(feed) is not null
            let ratio = down[0] / (down[0] + (design.ValueOf(up.Part) ?? double.NaN))
            select design.VoltsOf(feed)!.Value.Times(ratio);
    }

    private static IEnumerable<string> Check(Design design, Terminal terminal, Interval level)
    {
        if (terminal.Pin.Range("V") is { } range)
        {
            if (!range.Contains(level))
            {
                yield return $"{terminal} allows {range} V, but {terminal.Net} is {level} V";
            }

            yield break;
        }

        string[] rails =
        [
            .. design.Netlist.Of(terminal.Component).Where(t => t.Pin.Type == PinType.PowerIn).Select(t => t.Net),
        ];
        if (rails.Length == 0 || design.VoltsOf(rails[0]) is not { } supply)
        {
            yield break;
        }

        var safe = new Interval(0, supply.Least + Headroom);
        bool clamped = design.Netlist.Across(terminal.Net, "diode").Any(across => across.Net == rails[0]);
        if (!clamped && !safe.Contains(level.Most))
        {
            yield return FormattableString.Invariant(
                $"{terminal} allows {safe.Most:0.##} V, but {terminal.Net} rises to {level.Most:0.##} V");
        }

        if (terminal.Net != Analog && level.Least < InputHigh * supply.Most)
        {
            double needed = InputHigh * supply.Most;
            yield return FormattableString.Invariant(
                $"{terminal} is high from {needed:0.##} V, but {terminal.Net} is {level.Least:0.##} V");
        }
    }
}
