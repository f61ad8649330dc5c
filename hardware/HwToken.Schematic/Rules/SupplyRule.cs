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
