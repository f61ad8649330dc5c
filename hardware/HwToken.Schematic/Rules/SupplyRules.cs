// Supplies: one source for each, regulators that carry their load, capacitance beside the module.

using HwToken.PowerBudget.Inputs;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

/// <summary>Each part that takes a supply is on a net that one source feeds, within what the part allows.</summary>
public sealed class SupplyRule : IRule
{
    /// <summary>What a supply passes through while the token is closed.</summary>
    private static readonly string[] Conductors = ["loop", "fuse"];

    public string Title => "every supply pin has one source, within its range";

    public IEnumerable<string> Check(Design design)
    {
        foreach (Terminal terminal in design.Netlist.Terminals.Where(t => t.Pin.Type == PinType.PowerIn && !t.IsOpen))
        {
            int sources = SourcesOf(design.Netlist, terminal.Net);
            if (sources != 1)
            {
                yield return $"{terminal} on {terminal.Net} has {sources} sources instead of one";
            }

            if (design.VoltsOf(terminal.Net) is null)
            {
                yield return $"{terminal} is fed by {terminal.Net}, which supplies.csv does not have";
            }
        }

        foreach (Terminal terminal in design.Netlist.Terminals)
        {
            if (terminal.Pin.Range("V") is { } range && design.VoltsOf(terminal.Net) is { } volts
                && !range.Contains(volts))
            {
                yield return $"{terminal} allows {range} V, but {terminal.Net} is {volts} V";
            }
        }

        foreach (Supply supply in design.Supplies.Where(supply => !design.Netlist.Nets.Contains(supply.Net)))
        {
            yield return $"supplies.csv has {supply.Net}, which is not a net";
        }
    }

    private static int SourcesOf(Netlist netlist, string net)
    {
        IEnumerable<string> joined = netlist.Across(net, Conductors).Select(across => across.Net).Append(net);
        return joined.Distinct().SelectMany(netlist.On).Where(t => t.Pin.Type == PinType.PowerOut)
            .Select(t => t.Component.Reference).Distinct().Count();
    }
}

/// <summary>
/// With the worst-case loads of the power budget at once, each regulator gives what it can, still in range when its
/// input is lowest, into a capacitance that keeps it stable.
/// </summary>
public sealed class RegulatorRule : IRule
{
    public string Title => "every regulator carries its load from the lowest input, and is stable";

    public IEnumerable<string> Check(Design design) => design.Regulators.SelectMany(r => Check(design, r));

    /// <summary>The worst-case current into every part that the net supplies, milliamps.</summary>
    /// <exception cref="InvalidDataException">The power budget has no current for a part.</exception>
    public static double LoadOf(Design design, string net) => design.Netlist.On(net)
        .Where(terminal => terminal.Pin.Type == PinType.PowerIn)
        .Select(terminal => terminal.Component).Distinct().Sum(component => WorstMilliamps(design, component));

    /// <summary>The same, with the loads on the outputs of these parts, milliamps.</summary>
    public static double LoadBehind(Design design, string net) => LoadBehind(design, net, []);

    /// <summary>The voltage that is left when the input is lowest and the load highest.</summary>
    public static double LeastOutput(Regulator regulator, double leastInput, double milliamps) => Math.Min(
        regulator.Volts * (1 - regulator.Accuracy),
        leastInput - (regulator.DropoutVolts * milliamps / regulator.Milliamps));

    private static IEnumerable<string> Check(Design design, Regulator regulator)
    {
        double load = LoadOf(design, regulator.Output);
        if (load > regulator.Milliamps)
        {
            yield return FormattableString.Invariant(
                $"{regulator.Part} gives {regulator.Milliamps} mA, and {regulator.Output} takes {load:0.#} mA");
        }

        if (design.VoltsOf(regulator.Input) is not { } input || design.VoltsOf(regulator.Output) is not { } output)
        {
            yield return $"{regulator.Part}: supplies.csv needs {regulator.Input} and {regulator.Output}";
            yield break;
        }

        var given = new Interval(
            LeastOutput(regulator, input.Least, load), regulator.Volts * (1 + regulator.Accuracy));
        if (!output.Contains(given))
        {
            yield return $"{regulator.Part} makes {given} V, but {regulator.Output} is said to be {output} V";
        }

        foreach (Terminal terminal in design.Netlist.On(regulator.Output))
        {
            const double MicrofaradsPerFarad = 1e6;
            double capacitance = MicrofaradsPerFarad * design.Netlist.Across(regulator.Output, "capacitor")
                .Sum(capacitor => design.ValueOf(capacitor.Part) ?? 0);
            if (terminal.Pin.Range("uF") is { } range && !range.Contains(capacitance))
            {
                yield return FormattableString.Invariant(
                    $"{terminal} is stable with {range} uF, but {regulator.Output} has {capacitance:0.##} uF");
            }
        }
    }

    private static double LoadBehind(Design design, string net, HashSet<Component> counted)
    {
        double load = 0;
        foreach (Component part in design.Netlist.On(net).Where(t => t.Pin.Type == PinType.PowerIn)
            .Select(t => t.Component).Distinct().Where(counted.Add))
        {
            load += WorstMilliamps(design, part);
            load += design.Netlist.Of(part).Where(t => t.Pin.Type == PinType.PowerOut && !t.IsOpen)
                .Select(t => t.Net).Distinct().Sum(output => LoadBehind(design, output, counted));
        }

        return load;
    }

    private static double WorstMilliamps(Design design, Component component)
    {
        double[] currents =
        [
            .. design.Figures.All
                .Where(figure => figure.Reference == component.BomReference && (figure.Unit is "mA" or "uA"))
                .Select(figure => figure.Milliamps(Corner.Worst)),
        ];
        return currents.Length > 0
            ? currents.Max()
            : throw new InvalidDataException($"figures.csv has no current of {component} ({component.BomReference})");
    }
}

/// <summary>
/// Each part that asks for bulk capacitance has it beside it: a netlist knows no distance, so the capacitors' remark in the
/// nets table says "at U1", and the layout has to keep it.
/// </summary>
public sealed class BulkRule : IRule
{
    public string Title => "every part that wants bulk capacitance has it beside it";

    public IEnumerable<string> Check(Design design)
    {
        foreach (Terminal terminal in design.Netlist.Terminals)
        {
            if (terminal.Pin.NeedsAfter("bulk").FirstOrDefault() is not { } wanted)
            {
                continue;
            }

            double[] beside =
            [
                .. design.Netlist.On(terminal.Net)
                    .Where(t => t.Component.Symbol.Shape == "capacitor")
                    .Select(t => t.Component)
                    .Where(c => design.Netlist.Of(c).Any(t => t.Remark == $"at {terminal.Component}"))
                    .Select(c => design.ValueOf(c) ?? 0),
            ];
            if (beside.Sum() < Quantity.Find(wanted))
            {
                const double MicrofaradsPerFarad = 1e6;
                yield return FormattableString.Invariant(
                    $"{terminal} wants {wanted} beside it, and has {beside.Sum() * MicrofaradsPerFarad:0.##} uF");
            }
        }
    }
}
