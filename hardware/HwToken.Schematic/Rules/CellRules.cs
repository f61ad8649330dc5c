// The cells while the token is off: nothing discharges them that the power budget does not count.

using HwToken.PowerBudget.Model;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;
using Design = HwToken.Schematic.Model.Design;

namespace HwToken.Schematic.Rules;

/// <summary>
/// While the token is off, no resistor and no diode leads from a cell to ground. What is left is leakage of parts that the
/// power budget counts.
/// </summary>
public sealed class StandbyRule : IRule
{
    /// <summary>What conducts while everything is off: a P-channel MOSFET is on with its gate pulled down.</summary>
    private static readonly string[] Conductors = ["pmos", "loop", "resistor"];

    public string Title => "no resistor and no diode discharges a cell while the token is off";

    public IEnumerable<string> Check(Design design)
    {
        foreach (Terminal cell in design.Netlist.Terminals.Where(IsPlusOfCell))
        {
            if (PathToGround(design.Netlist, cell.Net, [cell.Net]) is { } path)
            {
                yield return $"{cell} is discharged through {string.Join(", ", path)}";
            }
        }
    }

    /// <summary>The nets that have a cell's voltage while everything is off.</summary>
    public static IReadOnlySet<string> LiveNets(Netlist netlist, string cell)
    {
        var live = new HashSet<string> { cell };
        PathToGround(netlist, cell, live);
        return live;
    }

    private static bool IsPlusOfCell(Terminal terminal) =>
        terminal.Component.Symbol.Shape == "cell" && terminal.Pin.Type == PinType.PowerOut;

    /// <summary>The parts on the way; null if there is none. Modules with a cell are looked at as one part.</summary>
    private static List<string>? PathToGround(Netlist netlist, string net, HashSet<string> seen)
    {
        foreach ((Component part, string next) in netlist.Across(net, Conductors)
            .Concat(Forward(netlist, net)).Concat(Passed(netlist, net)))
        {
            if (next == Terminal.Ground)
            {
                return [part.Reference];
            }

            if (IsGate(netlist, part, net, next) || !seen.Add(next))
            {
                continue;
            }

            if (PathToGround(netlist, next, seen) is { } rest)
            {
                return [part.Reference, .. rest];
            }
        }

        return null;
    }

    /// <summary>From anode to cathode.</summary>
    private static IEnumerable<(Component Part, string Net)> Forward(Netlist netlist, string net) =>
        from anode in netlist.On(net)
        where anode.Component.Symbol.Shape is "diode" or "junction-diode" or "dual-diode"
        where anode.Pin.Name.StartsWith('A')
        from cathode in netlist.Of(anode.Component)
        where cathode.Pin.Name == "K" && !cathode.IsOpen
        select (anode.Component, cathode.Net);

    /// <summary>Through a part that connects this input to its output while no other source is there.</summary>
    private static IEnumerable<(Component Part, string Net)> Passed(Netlist netlist, string net) =>
        from input in netlist.On(net)
        from output in input.Pin.NeedsAfter("feeds")
        from terminal in netlist.Of(input.Component)
        where terminal.Pin.Name == output && !terminal.IsOpen
        select (input.Component, terminal.Net);

    /// <summary>A MOSFET's gate takes no current and gives none.</summary>
    private static bool IsGate(Netlist netlist, Component part, string one, string other) =>
        part.Symbol.Shape == "pmos"
        && netlist.Of(part).Any(t => t.Pin.Name == "G" && (t.Net == one || t.Net == other));
}

/// <summary>The power budget's result applies to this schematic.</summary>
public sealed class BudgetRule : IRule
{
    private const string Cells = "CELLS";

    /// <summary>In the power budget, but no part: dirt on the board.</summary>
    private const string Board = "PCB1";

    public string Title => "the power budget counts each part that the cells meet while the token is off, and no other";

    public IEnumerable<string> Check(Design design)
    {
        if (design.Build != Build.Pocket)
        {
            yield break;
        }

        string[] counted =
        [
            .. new Designs(design.Figures).Pocket.Standby.Select(figure => figure.Reference).Where(r => r != Board),
        ];
        string[] met =
        [
            .. StandbyRule.LiveNets(design.Netlist, Cells).SelectMany(design.Netlist.On)
                .Where(terminal => terminal.Component.Symbol.Shape != "cell")
                .Select(terminal => terminal.Component.BomReference).Distinct(),
        ];
        foreach (string reference in met.Except(counted))
        {
            yield return $"{reference} is connected to the cells, and the power budget does not count it";
        }

        foreach (string reference in counted.Except(met))
        {
            yield return $"the power budget counts {reference}, which is not connected to the cells";
        }
    }
}
