// The command line, and the files that it reads and writes.

using HwToken.Enclosure.Fit;
using HwToken.Enclosure.Inputs;
using HwToken.Enclosure.Mesh;
using HwToken.Enclosure.OpenScad;
using HwToken.Pages;

namespace HwToken.Enclosure;

/// <summary>The command line: checks the fit, hands the sizes to OpenSCAD, renders parts and pictures.</summary>
public sealed class EnclosureApp(TextWriter output, TextWriter error) : HardwareTool(
    "hwtoken-enclosure",
    """
    hwtoken-enclosure                checks that everything fits
    hwtoken-enclosure --write        writes modules.scad from modules.csv
    hwtoken-enclosure --stl FOLDER   renders the printed parts
    hwtoken-enclosure --pictures     renders the page's pictures
    """,
    "it reads hardware/enclosure/modules.csv and *.scad",
    output,
    error)
{
    protected override bool Takes(string[] args) => args is [] or ["--write"] or ["--stl", _] or ["--pictures"];

    /// <returns>1 if something does not fit, too.</returns>
    protected override int Run(HardwareFolder folder, string[] args, string directory)
    {
        EnclosureFolder enclosure = new(folder);
        try
        {
            return args switch
            {
                [] => Check(enclosure),
                ["--write"] => Write(enclosure),
                ["--pictures"] => RenderPictures(enclosure),
                _ => RenderParts(enclosure, Path.Combine(directory, args[1])),
            };
        }
        catch (OpenScadException e)
        {
            return Fail(Failed, e.Message, "Debian's packages are openscad, xvfb and xauth");
        }
    }

    private int Check(EnclosureFolder folder)
    {
        int status = Done;
        foreach (string drawing in EnclosureFolder.Drawings)
        {
            Layout layout = folder.ReadLayout(drawing);
            IReadOnlyList<string> findings = FitCheck.Findings(layout);
            Vector size = layout.BoxOf("case", drawing).Size;
            Output.WriteLine(findings.Count == 0
                ? $"{drawing}: {layout.Modules.Count} parts fit into {size.X:0.0} x {size.Y:0.0} x {size.Z:0.0} mm"
                : $"{drawing}: {findings.Count} things do not fit");
            foreach (string finding in findings)
            {
                Output.WriteLine($"  {finding}");
                status = Failed;
            }
        }

        return status;
    }

    private static int Write(EnclosureFolder folder)
    {
        File.WriteAllText(folder.GeneratedSizes, ModuleTable.ToOpenScad(folder.ReadSizes()));
        return Done;
    }

    private int RenderParts(EnclosureFolder folder, string target)
    {
        Directory.CreateDirectory(target);
        foreach ((string drawing, string part) in EnclosureFolder.PrintedParts)
        {
            Output.WriteLine(OpenScadProgram.Stl(folder.DrawingOf(drawing), part, target));
        }

        return Done;
    }

    private int RenderPictures(EnclosureFolder folder)
    {
        foreach (Picture picture in folder.Pictures)
        {
            OpenScadProgram.Png(picture, folder.PictureOf(picture.Name));
            Output.WriteLine(folder.PictureOf(picture.Name));
        }

        return Done;
    }
}

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
