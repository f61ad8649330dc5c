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

/// <summary>What the program reads at any time has a level on every build: an open input reads whatever is in the air.</summary>
public sealed class InputRule : IRule
{
    /// <summary>Read by PowerControl and PushButton. The link is read only while USB drives it.</summary>
    private static readonly string[] ReadByTheProgram = ["BATTERY", "BUTTON", "USB_SENSE"];

    public string Title => "every input that the program reads has a level";

    public IEnumerable<string> Check(Design design)
    {
        foreach (string net in ReadByTheProgram)
        {
            string pin = WiringRule.ChipPinOf(design, net);
            foreach (Terminal terminal in design.Netlist.Terminals.Where(
                t => t.Component.WiringName == WiringRule.Chip && t.Pin.Name == pin
                    && (t.IsOpen || design.Netlist.Across(t.Net, "resistor").All(pull => pull.Net != Terminal.Ground))))
            {
                yield return $"{terminal} is {net}, which the program reads, and nothing gives it a level";
            }
        }
    }
}
