// Levels: gates and inputs have one, divided ones fit, the bus is pulled up.

using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

/// <summary>
/// Each gate and enable has a level of its own while the processor is off: no pin of an ESP32 holds one in deep sleep,
/// and an unfed one holds none at all.
/// </summary>
public sealed class PullRule : IRule
{
    public string Title => "every gate has a level while the processor is off, and every tie is made";

    public IEnumerable<string> Check(Design design)
    {
        foreach (Terminal terminal in design.Netlist.Terminals)
        {
            if (terminal.Pin.Has("pull") && !HasLevel(design, terminal.Net))
            {
                yield return $"{terminal} on {terminal.Net} has neither a pull nor a supply";
            }

            string? tie = terminal.Pin.NeedsAfter("tied to").FirstOrDefault();
            if (tie is not null
                && !design.Netlist.Of(terminal.Component).Any(t => t.Pin.Name == tie && t.Net == terminal.Net))
            {
                yield return $"{terminal} must be tied to {tie}, but is on {terminal.Net}";
            }
        }
    }

    private static bool HasLevel(Design design, string net) =>
        net == Terminal.Ground
        || design.Netlist.Across(net, "resistor")
            .Any(pull => pull.Net == Terminal.Ground || design.VoltsOf(pull.Net) is not null);
}

/// <summary>What the program reads at any time has a level on every build: an open input reads whatever is in the air.</summary>
public sealed class InputRule : IRule
{
    /// <summary>Read by PowerControl and PushButton. The link is read only while USB drives it.</summary>
    private static readonly string[] ReadByTheProgram = ["BATTERY", "BUTTON", "USB_SENSE"];

    public string Title => "every input that the program reads has a level";

    public IEnumerable<string> Check(Design design)
    {
        foreach (string net in ReadByTheProgram)
        {
            string pin = WiringRule.ChipPinOf(design, net);
            foreach (Terminal terminal in design.Netlist.Terminals.Where(
                t => t.Component.WiringName == WiringRule.Chip && t.Pin.Name == pin
                    && (t.IsOpen || design.Netlist.Across(t.Net, "resistor").All(pull => pull.Net != Terminal.Ground))))
            {
                yield return $"{terminal} is {net}, which the program reads, and nothing gives it a level";
            }
        }
    }
}

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

/// <summary>On I2C each address belongs to one part, and both lines are pulled up, not too strongly and not too weakly.</summary>
public sealed class BusRule : IRule
{
    private const string Data = "I2C_DATA";
    private const string Clock = "I2C_CLOCK";

    /// <summary>A chip pulls to 0.4 V with 3 mA (I2C specification UM10204, table 10).</summary>
    private const double LowVolts = 0.4;

    private const double SinkAmps = 3e-3;

    /// <summary>Seconds from 30 to 70 % at 400 kHz: the same table, and 0.8473 time constants.</summary>
    private const double RiseSeconds = 300e-9;

    private const double RiseConstants = 0.8473;

    /// <summary>Three inputs of 10 pF at most and 20 cm of wire: an estimate.</summary>
    private const double BusFarads = 80e-12;

    private const double OhmsPerKilohm = 1000;

    public string Title => "every I2C address is unique, and all pull-ups together are neither too strong nor too weak";

    public IEnumerable<string> Check(Design design)
    {
        Terminal[] targets = [.. design.Netlist.On(Data).Where(t => t.Pin.NeedsAfter("address").Any())];
        foreach (IGrouping<string, Terminal> address in targets
            .SelectMany(t => t.Pin.NeedsAfter("address").Select(address => (Terminal: t, Address: address)))
            .GroupBy(t => t.Address, t => t.Terminal).Where(group => group.Count() > 1))
        {
            yield return $"address {address.Key} is taken by {string.Join(" and ", address.Select(t => t.Component))}";
        }

        foreach (Terminal target in targets.Where(
            t => design.Netlist.Of(t.Component).All(other => other.Net != Clock)))
        {
            yield return $"{target.Component} is on {Data} but not on {Clock}";
        }

        foreach (string net in new[] { Data, Clock })
        {
            bool pulled = design.Netlist.Across(net, "resistor").Any(pull => design.VoltsOf(pull.Net) is not null)
                || design.Netlist.On(net).Any(t => t.Pin.LeftOpen == SymbolPin.PulledUpInside);
            if (!pulled)
            {
                yield return $"{net} has no pull-up";
                continue;
            }

            foreach (string finding in Strength(design, net))
            {
                yield return finding;
            }
        }
    }

    /// <summary>The pull-ups on the board and those inside the modules, in parallel.</summary>
    private static IEnumerable<string> Strength(Design design, string net)
    {
        double most = 0;
        double least = 0;
        double volts = 0;
        foreach ((Component part, string rail) in design.Netlist.Across(net, "resistor")
            .Where(pull => design.VoltsOf(pull.Net) is not null))
        {
            double siemens = 1 / (design.ValueOf(part) ?? double.NaN);
            most += siemens;
            least += siemens;
            volts = Math.Max(volts, design.VoltsOf(rail)!.Value.Most);
        }

        foreach (Terminal terminal in design.Netlist.On(net).Where(t => t.Pin.LeftOpen == SymbolPin.PulledUpInside))
        {
            if (terminal.Pin.Range("kohm") is not { } inside)
            {
                yield return $"{terminal} is pulled up inside, and pins.csv does not say by how much";
                continue;
            }

            most += 1 / (inside.Least * OhmsPerKilohm);
            least += 1 / (inside.Most * OhmsPerKilohm);
            volts = Math.Max(volts, design.VoltsOf("3V3")?.Most ?? 0);
        }

        double strongest = 1 / most;
        double weakest = 1 / least;
        if (strongest < (volts - LowVolts) / SinkAmps)
        {
            yield return FormattableString.Invariant(
                $"{net} is pulled up by {strongest / OhmsPerKilohm:0.##} kohm: no chip pulls that to {LowVolts} V");
        }

        if (weakest * BusFarads * RiseConstants > RiseSeconds)
        {
            yield return FormattableString.Invariant(
                $"{net} is pulled up by {weakest / OhmsPerKilohm:0.##} kohm alone: too slow for 400 kHz");
        }
    }
}
