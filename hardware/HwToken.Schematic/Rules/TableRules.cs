// The schematic against the other tables: wiring and bill of materials.

using System.Globalization;
using System.Text.RegularExpressions;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

/// <summary>
/// Each wire of wiring.csv is there, on the chip's pin and on the part's, with its resistors and capacitors; or
/// differences.csv says what the build has instead, and is right about it.
/// </summary>
public sealed partial class WiringRule : IRule
{
    /// <summary>What the parts tables call the processor.</summary>
    public const string Chip = "chip";

    public string Title => "every wire of wiring.csv is there, or is listed in differences.csv";

    public IEnumerable<string> Check(Design design)
    {
        foreach (WiringLine line in design.Wiring)
        {
            bool excepted = design.Differences.Any(
                d => d.Net == line.Net && d.Part == line.Part && d.PartPin == line.PartPin);
            string[] missing = [.. Missing(design, line)];
            if (excepted && missing.Length == 0)
            {
                yield return $"differences.csv has {Text(line)}, which is as wiring.csv says";
            }
            else if (!excepted)
            {
                foreach (string what in missing)
                {
                    yield return $"{Text(line)}: {what}";
                }
            }
        }

        foreach (string finding in design.Wiring.Select(line => line.Net).Distinct()
            .SelectMany(net => ChipPin(design, net)))
        {
            yield return finding;
        }

        foreach (Difference difference in design.Differences)
        {
            bool known = design.Wiring.Any(
                line => line.Net == difference.Net
                    && (difference.Part.Length == 0
                        || (line.Part == difference.Part && line.PartPin == difference.PartPin)));
            bool thereInstead = difference.Instead.Length == 0
                || design.Netlist.Nets.Contains(difference.Instead)
                || design.Netlist.Components.Any(c => c.Reference == difference.Instead);
            if (!known || !thereInstead)
            {
                yield return $"differences.csv: {difference.Net}, {difference.Part} {difference.PartPin}: "
                    + (known ? $"there is no {difference.Instead}" : "wiring.csv has no such wire");
            }
        }
    }

    /// <summary>What the build calls a net of wiring.csv.</summary>
    private static string NameOf(Design design, string net) =>
        design.Differences.FirstOrDefault(d => d.Net == net && d.Part.Length == 0)?.Instead ?? net;

    private static string Text(WiringLine line) => $"{line.Net} to {line.Part} {line.PartPin}";

    /// <summary>The name of the chip's pin for a net of wiring.csv; empty where no wire gets there.</summary>
    public static string ChipPinOf(Design design, string net)
    {
        string pin = design.Wiring.Where(line => line.Net == net).Select(line => line.ChipPins[design.Build])
            .FirstOrDefault(name => name.Length > 0) ?? "";
        return int.TryParse(pin, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? "IO" + pin : pin;
    }

    /// <summary>The chip's pin is on the net; or it is open, and its remark begins with the net's name.</summary>
    private static IEnumerable<string> ChipPin(Design design, string net)
    {
        string name = ChipPinOf(design, net);
        if (name.Length > 0)
        {
            bool found = design.Netlist.Terminals.Any(
                t => t.Component.WiringName == Chip && t.Pin.Name == name
                    && (t.Net == net || (t.IsOpen && t.Remark.StartsWith(net + ":", StringComparison.Ordinal))));
            if (!found)
            {
                yield return $"{net} is not on the chip's pin {name}";
            }
        }
    }

    private static IEnumerable<string> Missing(Design design, WiringLine line)
    {
        string net = NameOf(design, line.Net);
        string[] ends =
        [
            .. from component in design.Netlist.Components
               where component.WiringName == line.Part
               from pin in component.PinsInWiring(line.PartPin)
               from terminal in design.Netlist.Of(component)
               where terminal.Pin == pin
               select terminal.Net,
        ];
        Match series = Series().Match(line.Remark);
        string[] wanted = series.Success
            ? [.. Across(design, net, Quantity.Find(series.Value)).Select(across => across.Net)]
            : [net];
        if (!ends.Intersect(wanted).Any())
        {
            yield return series.Success ? $"no {series.Value} to it" : "it is not connected";
        }

        foreach (Match pull in Pull().Matches(line.Remark))
        {
            string to = NameOf(design, pull.Groups["net"].Value);
            bool inside = pull.Value.StartsWith("pull-up", StringComparison.Ordinal)
                && design.Netlist.On(net).Any(t => t.Pin.LeftOpen == SymbolPin.PulledUpInside);
            if (!inside && !Across(design, net, Quantity.Find(pull.Value)).Any(across => across.Net == to))
            {
                yield return $"there is no {pull.Value}";
            }
        }
    }

    private static IEnumerable<(Component Part, string Net)> Across(Design design, string net, double? value) =>
        design.Netlist.Across(net, "resistor", "capacitor")
            .Where(across => Quantity.AreEqual(design.ValueOf(across.Part), value));

    [GeneratedRegex(@"[\d.]+ [kM]?Ohm in series")]
    private static partial Regex Series();

    /// <summary>"pull-down 100 kOhm to GND", "1 MOhm and 10 nF to GND": the last net is for both.</summary>
    [GeneratedRegex(@"(pull-(up|down) )?[\d.]+ ([kM]?Ohm|nF)(?= (and [\d.]+ \w+ )?to (?<net>\w+))")]
    private static partial Regex Pull();
}

/// <summary>Drawn parts and bought parts are the same.</summary>
public sealed class BomRule : IRule
{
    public string Title => "every part is in bom.csv, in its quantity, and every line of this build has its parts";

    public IEnumerable<string> Check(Design design)
    {
        foreach (Component component in design.Netlist.Components)
        {
            if (design.Bom.All(line => line.Reference != component.BomReference))
            {
                yield return $"{component}: bom.csv has no line {component.BomReference}";
                continue;
            }

            BomLine line = design.LineOf(component);
            if (component.Symbol.Shape is "resistor" or "capacitor" && design.ValueOf(component) is null)
            {
                yield return $"{component}: bom.csv line {line.Reference} has no value";
            }

            if (design.Build == Build.Pocket && component.IsDrawn && line.Footprint.Length == 0)
            {
                yield return $"{component}: bom.csv line {line.Reference} has no footprint";
            }
        }

        foreach (BomLine line in design.Bom)
        {
            string[] drawn =
            [
                .. design.Netlist.Components.Where(c => c.BomReference == line.Reference).Select(c => c.Reference),
            ];
            string[] listed = [.. line.Designators[design.Build]];
            if (!drawn.Order().SequenceEqual(listed.Order()))
            {
                yield return $"bom.csv line {line.Reference} lists '{string.Join(' ', listed)}', drawn are "
                    + $"'{string.Join(' ', drawn)}'";
            }

            if (line.Quantities[design.Build] != listed.Length)
            {
                yield return $"bom.csv line {line.Reference} has quantity {line.Quantities[design.Build]} for "
                    + $"{listed.Length} parts";
            }
        }
    }
}
