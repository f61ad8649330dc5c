using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

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
