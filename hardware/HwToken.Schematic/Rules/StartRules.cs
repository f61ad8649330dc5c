// Starting: a tap is enough, and the module runs its image.

using HwToken.PowerBudget.Inputs;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

/// <summary>
/// A tap of the button is enough: the enable pin of the regulator has a capacitor that the press charges and that holds
/// the regulator until the program does, as the power budget computes it from latch.csv and starts.csv.
/// </summary>
public sealed class HoldUpRule : IRule
{
    public string Title => "a tap of the button holds the regulator until the program does";

    public IEnumerable<string> Check(Design design) => design.Netlist.Terminals
        .Where(t => t.Pin.Has("hold-up")).SelectMany(enable => Check(design, enable));

    private static IEnumerable<string> Check(Design design, Terminal enable)
    {
        if (!design.Netlist.Across(enable.Net, "capacitor").Any(c => c.Net == Terminal.Ground))
        {
            yield return $"{enable} on {enable.Net} has no capacitor: the regulator is off when the finger lifts";
        }

        foreach (Component diode in design.Netlist.On(enable.Net).Select(t => t.Component)
            .Where(c => c.Symbol.Shape == "diode"))
        {
            yield return $"{diode} is a Schottky diode: its reverse current empties the capacitor on {enable.Net}";
        }

        foreach ((string part, string wanted) in design.Latch.Figures.Where(f => f.Nominal.Length > 0)
            .Select(f => (f.Reference, f.Nominal)))
        {
            Component? component = design.Netlist.Components.FirstOrDefault(c => c.Reference == part);
            if (component is null)
            {
                yield return $"latch.csv counts on {part}, which the schematic does not have";
            }
            else if (!Quantity.AreEqual(design.ValueOf(component), Quantity.Find(wanted)))
            {
                yield return $"latch.csv counts on {part} with {wanted}, but it has {design.LineOf(component).Value}";
            }
        }

        if (design.Latch.ChargeMilliseconds > design.Latch.ShortestPressMilliseconds)
        {
            yield return FormattableString.Invariant(
                $"{enable.Net} is charged after {design.Latch.ChargeMilliseconds:0} ms, a tap is shorter");
        }

        if (!design.Latch.OutlastsStart(design.Start))
        {
            yield return FormattableString.Invariant(
                $"{enable.Net} holds {design.Latch.Seconds(Corner.Worst):0.0} s at worst, ")
                + "less than the start takes";
        }
    }
}

/// <summary>
/// The module that is bought runs the image that is flashed: its flash is large enough, its PSRAM is of the kind that the
/// image looks for or is not there, and an octal PSRAM has its three pins to itself.
/// </summary>
public sealed class ModuleRule : IRule
{
    private static readonly string[] OctalPins = ["IO35", "IO36", "IO37"];

    public string Title => "the module's flash and PSRAM are what the image is built for";

    public IEnumerable<string> Check(Design design)
    {
        foreach (Component chip in design.Netlist.Components.Where(c => c.WiringName == WiringRule.Chip))
        {
            Image? image = design.Images.FirstOrDefault(i => i.Part == chip.Reference);
            string ordered = design.LineOf(chip).PartNumber;
            if (image is null)
            {
                yield return $"{chip}: images.csv names no image for it";
                continue;
            }

            if (EspModule.Of(ordered) is not { } module)
            {
                yield return $"{chip}: '{ordered}' does not say how much flash and which PSRAM it has";
                continue;
            }

            if (!image.Psram.Contains(module.Psram))
            {
                yield return $"{chip}: {ordered} has PSRAM '{module.Psram}', but {image.Name} runs with "
                    + string.Join(" or ", image.Psram);
            }

            if (module.FlashMegabytes < image.FlashMegabytes)
            {
                yield return $"{chip}: {ordered} has {module.FlashMegabytes} MB of flash, {image.Name} needs "
                    + $"{image.FlashMegabytes}";
            }

            foreach (Terminal pin in design.Netlist.Of(chip)
                .Where(t => module.Psram == EspModule.Octal && OctalPins.Contains(t.Pin.Name) && !t.IsOpen))
            {
                yield return $"{pin} belongs to the octal PSRAM of {ordered}, but is on {pin.Net}";
            }
        }
    }
}
