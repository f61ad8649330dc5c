using HwToken.Enclosure.Fit;
using HwToken.Enclosure.Inputs;
using HwToken.Enclosure.OpenScad;
using HwToken.Pages;

namespace HwToken.Enclosure;

/// <summary>The folder that holds the table of sizes and the drawings.</summary>
public sealed class EnclosureFolder(HardwareFolder hardware)
{
    /// <summary>Drawing and part, of everything that is printed.</summary>
    public static IReadOnlyList<(string Drawing, string Part)> PrintedParts { get; } =
    [
        ("pocket", "body"), ("pocket", "lid"), ("pocket", "door"), ("pocket", "cap"),
        ("bench", "base"), ("bench", "panel"),
    ];

    public static IReadOnlyList<string> Drawings { get; } = ["pocket", "bench"];

    public IReadOnlyList<Picture> Pictures =>
    [
        new("pocket.png", DrawingOf("pocket"), "assembled", "0,0,0,14,0,12,300"),
        new("pocket-inside.png", DrawingOf("pocket"), "inside", "0,0,0,30,0,15,300"),
        new("pocket-exploded.png", DrawingOf("pocket"), "exploded", "0,0,0,62,0,30,400"),
        new("bench.png", DrawingOf("bench"), "assembled", "0,0,0,55,0,25,300"),
    ];

    public string Sizes => PathOf("modules.csv");

    /// <summary>The same sizes for OpenSCAD.</summary>
    public string GeneratedSizes => PathOf("modules.scad");

    public string DrawingOf(string name) => PathOf(name + ".scad");

    public string PictureOf(string name) => PathOf(name);

    public IReadOnlyList<ModuleSize> ReadSizes() => ModuleTable.Read(Sizes);

    /// <param name="definitions">Variables to change, as OpenSCAD's -D takes them.</param>
    /// <exception cref="OpenScadException">OpenSCAD is missing, or failed.</exception>
    public Layout ReadLayout(string drawing, params string[] definitions)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("hwtoken-enclosure-");
        try
        {
            return Layout.Parse(OpenScadProgram.Echo(DrawingOf(drawing), folder.FullName, definitions));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private string PathOf(string name) => hardware.PathOf("enclosure", name);
}
