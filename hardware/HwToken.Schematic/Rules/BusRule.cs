using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

/// <summary>On I2C every address is one part's own, and both lines are pulled up.</summary>
public sealed class BusRule : IRule
{
    private const string Data = "I2C_DATA";
    private const string Clock = "I2C_CLOCK";

    public string Title => "every I2C address is unique, and both lines are pulled up";

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
            }
        }
    }
}
