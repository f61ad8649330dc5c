using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

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
