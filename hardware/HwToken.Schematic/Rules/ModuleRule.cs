using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Rules;

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
