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
