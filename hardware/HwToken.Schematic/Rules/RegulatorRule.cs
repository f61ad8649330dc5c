using HwToken.PowerBudget.Inputs;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

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
