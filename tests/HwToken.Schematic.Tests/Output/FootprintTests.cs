using System.Text.RegularExpressions;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Tests.Output;

/// <summary>The pin numbers, held against the pads that KiCad's library gives the same packages.</summary>
public partial class FootprintTests
{
    private const string Library = "/usr/share/kicad/footprints";

    /// <summary>U6: the library of KiCad 7 has it, and Debian 12 has KiCad 6.</summary>
    private const string NewerThanKicad6 = "Package_TO_SOT_SMD:SOT-583-8";

    [KicadFootprints]
    public void Pins_OfThePocketBoard_AreThePadsOfTheirFootprints()
    {
        Design design = Repo.Design(Build.Pocket);
        Component[] placed =
        [
            .. design.Netlist.Components
                .Where(c => design.LineOf(c).Footprint.Contains(':') && design.LineOf(c).Footprint != NewerThanKicad6),
        ];

        Assert.NotEmpty(placed);
        Assert.All(placed, component => Assert.Equal(
            component.Symbol.Pins.Select(pin => pin.Number).Order(),
            PadsOf(design.LineOf(component).Footprint).Order()));
    }

    private static IEnumerable<string> PadsOf(string footprint)
    {
        string[] name = footprint.Split(':');
        string text = File.ReadAllText(Path.Combine(Library, name[0] + ".pretty", name[1] + ".kicad_mod"));
        return Pad().Matches(text).Select(pad => pad.Groups["number"].Value)
            .Where(number => number.Length > 0).Distinct();
    }

    [GeneratedRegex("""\(pad "?(?<number>[^" ]*)"? """)]
    private static partial Regex Pad();

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class KicadFootprintsAttribute : FactAttribute
    {
        public KicadFootprintsAttribute()
        {
            Skip = Directory.Exists(Library) ? null : $"needs {Library} (Debian: kicad-footprints)";
        }
    }
}
