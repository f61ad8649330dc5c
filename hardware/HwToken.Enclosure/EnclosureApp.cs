using HwToken.Enclosure.Fit;
using HwToken.Enclosure.Inputs;
using HwToken.Enclosure.OpenScad;

namespace HwToken.Enclosure;

/// <summary>The command line: checks the fit, hands the sizes to OpenSCAD, renders parts and pictures.</summary>
public sealed class EnclosureApp(TextWriter output, TextWriter error)
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int BadUsage = 2;
    private const string Usage =
        "hwtoken-enclosure                checks that everything fits\n"
        + "hwtoken-enclosure --write        writes modules.scad from modules.csv\n"
        + "hwtoken-enclosure --stl FOLDER   renders the printed parts\n"
        + "hwtoken-enclosure --pictures     renders the page's pictures";

    /// <param name="directory">In the repository: the enclosure's folder is looked for there and above.</param>
    /// <returns>The exit status; 1 also if something does not fit.</returns>
    public int Run(string[] args, string directory)
    {
        if (args is ["--help"])
        {
            output.WriteLine(Usage);
            return Done;
        }

        if (EnclosureFolder.FindFrom(directory) is not { } folder)
        {
            return Fail(
                Failed, "there is no hardware/enclosure/modules.csv here or above", "run it inside the repository");
        }

        try
        {
            return args switch
            {
                [] => Check(folder),
                ["--write"] => Write(folder),
                ["--stl", var target] => RenderParts(folder, Path.Combine(directory, target)),
                ["--pictures"] => RenderPictures(folder),
                _ => Fail(BadUsage, $"unknown arguments: {string.Join(' ', args)}", "--help shows what there is"),
            };
        }
        catch (OpenScadException e)
        {
            return Fail(Failed, e.Message, "Debian's packages are openscad, xvfb and xauth");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Fail(Failed, e.Message, "it reads hardware/enclosure/modules.csv and *.scad");
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
            output.WriteLine(findings.Count == 0
                ? $"{drawing}: {layout.Modules.Count} parts fit into {size.X:0.0} x {size.Y:0.0} x {size.Z:0.0} mm"
                : $"{drawing}: {findings.Count} things do not fit");
            foreach (string finding in findings)
            {
                output.WriteLine($"  {finding}");
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
            output.WriteLine(OpenScadProgram.Stl(folder.DrawingOf(drawing), part, target));
        }

        return Done;
    }

    private int RenderPictures(EnclosureFolder folder)
    {
        foreach (Picture picture in folder.Pictures)
        {
            OpenScadProgram.Png(picture, folder.PictureOf(picture.Name));
            output.WriteLine(folder.PictureOf(picture.Name));
        }

        return Done;
    }

    private int Fail(int status, string message, string hint)
    {
        error.WriteLine($"hwtoken-enclosure: {message}");
        error.WriteLine($"hint: {hint}");
        return status;
    }
}
