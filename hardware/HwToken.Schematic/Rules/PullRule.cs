using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

/// <summary>
/// Each gate and enable has a level of its own while the processor is off: no pin of an ESP32 holds one in deep sleep,
/// and an unfed one holds none at all.
/// </summary>
public sealed class PullRule : IRule
{
    public string Title => "every gate has a level while the processor is off, and every tie is made";

    public IEnumerable<string> Check(Design design)
    {
        foreach (Terminal terminal in design.Netlist.Terminals)
        {
            if (terminal.Pin.Has("pull") && !HasLevel(design, terminal.Net))
            {
                yield return $"{terminal} on {terminal.Net} has neither a pull nor a supply";
            }

            string? tie = terminal.Pin.NeedsAfter("tied to").FirstOrDefault();
            if (tie is not null
                && !design.Netlist.Of(terminal.Component).Any(t => t.Pin.Name == tie && t.Net == terminal.Net))
            {
                yield return $"{terminal} must be tied to {tie}, but is on {terminal.Net}";
            }
        }
    }

    private static bool HasLevel(Design design, string net) =>
        net == Terminal.Ground
        || design.Netlist.Across(net, "resistor")
            .Any(pull => pull.Net == Terminal.Ground || design.VoltsOf(pull.Net) is not null);
}
