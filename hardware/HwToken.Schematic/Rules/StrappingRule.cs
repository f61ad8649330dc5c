using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

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
