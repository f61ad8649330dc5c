// Connections: open pins, outputs against each other, strapping pins.

using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

/// <summary>Only pins that may be open are open.</summary>
public sealed class ConnectionRule : IRule
{
    public string Title => "every net joins two pins or more, and every open pin may be open";

    public IEnumerable<string> Check(Design design)
    {
        foreach (string net in design.Netlist.Nets.Where(net => design.Netlist.On(net).Count() == 1))
        {
            yield return $"net {net} has one pin alone: {design.Netlist.On(net).First()}";
        }

        foreach (Terminal terminal in design.Netlist.Terminals)
        {
            if (terminal.IsOpen && terminal.Pin.Type != PinType.Unused && terminal.Pin.LeftOpen.Length == 0
                && terminal.Remark.Length == 0)
            {
                yield return $"{terminal} is open, and nothing says that it may be";
            }
            else if (terminal.Pin.Type == PinType.Unused && terminal.Net is not (Terminal.Open or Terminal.Ground))
            {
                yield return $"{terminal} is not connected inside the part, but is on {terminal.Net}";
            }
        }
    }
}

/// <summary>No two parts drive one net against each other, and ground is ground.</summary>
public sealed class DriverRule : IRule
{
    public string Title => "no two outputs on a net, and ground pins on GND alone";

    public IEnumerable<string> Check(Design design)
    {
        foreach (string net in design.Netlist.Nets)
        {
            string[] drivers =
            [
                // Pins in one slot of a symbol are one output with several pins.
                .. design.Netlist.On(net).Where(t => t.Pin.Type is PinType.Output or PinType.PowerOut)
                    .DistinctBy(t => (t.Component, t.Pin.Side, t.Pin.Slot)).Select(t => t.ToString()),
            ];
            if (drivers.Length > 1)
            {
                yield return $"net {net} is driven by {string.Join(" and ", drivers)}";
            }
        }

        foreach (Terminal terminal in design.Netlist.Terminals)
        {
            if (terminal.Pin.Type == PinType.Ground && terminal.Net != Terminal.Ground)
            {
                yield return $"{terminal} is a ground pin, but is on {terminal.Net}";
            }

            bool drives = terminal.Pin.Type is PinType.Output or PinType.PowerOut or PinType.PowerIn;
            if (drives && terminal.Net == Terminal.Ground)
            {
                yield return $"{terminal} is shorted to GND";
            }
        }
    }
}

/// <summary>Each pin that chooses how the processor starts is at its level, whatever else is switched off.</summary>
public sealed class StrappingRule : IRule
{
    private static readonly (string Need, string Inside)[] Levels =
    [
        ("high at start", SymbolPin.PulledUpInside), ("low at start", SymbolPin.PulledDownInside),
    ];

    public string Title => "every strapping pin is at its level at start";

    public IEnumerable<string> Check(Design design) =>
        from terminal in design.Netlist.Terminals
        from level in Levels
        where terminal.Pin.Has(level.Need) && !Holds(design, terminal, level.Need, level.Inside)
        select $"{terminal} must be {level.Need}, and nothing on {terminal.Net} holds it there";

    private static bool Holds(Design design, Terminal terminal, string need, string inside)
    {
        if (terminal.IsOpen)
        {
            return terminal.Pin.LeftOpen == inside;
        }

        bool high = need.StartsWith("high", StringComparison.Ordinal);
        bool pulled = design.Netlist.Across(terminal.Net, "resistor")
            .Any(pull => high ? design.VoltsOf(pull.Net) is not null : pull.Net == Terminal.Ground);
        bool driven = design.Netlist.On(terminal.Net)
            .Any(t => t != terminal && t.Pin.Type is not (PinType.Passive or PinType.Unused));
        return pulled && !driven;
    }
}
