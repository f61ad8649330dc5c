using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

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
