using HwToken.Pages;
using HwToken.Schematic.Drawing;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;
using HwToken.Schematic.Output;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic;

/// <summary>The command line: without arguments it checks both builds, with --write it draws them too.</summary>
public sealed class SchematicApp(TextWriter output, TextWriter error)
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int BadUsage = 2;
    private const string Usage =
        "hwtoken-schematic [--write]: checks both builds, and writes the drawings into hardware/schematic";

    /// <param name="directory">In the repository: the hardware folder is looked for there and above.</param>
    /// <returns>The exit status: 1 where a rule is broken, too.</returns>
    public int Run(string[] args, string directory)
    {
        switch (args)
        {
            case ["--help"]:
                output.WriteLine(Usage);
                return Done;
            case [] or ["--write"]:
                break;
            default:
                return Fail(BadUsage, $"unknown arguments: {string.Join(' ', args)}", Usage);
        }

        if (HardwareFolder.FindFrom(directory) is not { } folder)
        {
            return Fail(Failed, "there is no hardware/bom.csv here or above", "run it inside the repository");
        }

        try
        {
            Sheet[] sheets = [.. Build.Names.Select(build => Sheets.Read(folder, build))];
            int findings = sheets.Sum(Report);
            if (args is ["--write"])
            {
                foreach ((string name, string text) in sheets.SelectMany(Drawings.Of))
                {
                    File.WriteAllText(folder.PathOf("schematic", name), text);
                }
            }

            return findings == 0 ? Done : Failed;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Fail(Failed, e.Message, "it reads hardware/*.csv and hardware/schematic/*.csv");
        }
    }

    private int Report(Sheet sheet)
    {
        Netlist netlist = sheet.Design.Netlist;
        output.WriteLine(
            $"{sheet.Design.Build}: {netlist.Components.Count} parts, {netlist.Terminals.Count} pins, "
            + $"{netlist.Nets.Count()} nets");
        int count = 0;
        IEnumerable<(string Title, IEnumerable<string> Findings)> rules =
        [
            .. ElectricalRules.All.Select(rule => (rule.Title, rule.Check(sheet.Design))),
            ("the drawing shows the netlist, and nothing overlaps", DrawingRules.Check(sheet)),
        ];
        foreach ((string title, IEnumerable<string> findings) in rules)
        {
            string[] found = [.. findings];
            output.WriteLine($"  {(found.Length == 0 ? "holds " : "BROKEN")} {title}");
            foreach (string finding in found)
            {
                output.WriteLine($"         {finding}");
            }

            count += found.Length;
        }

        return count;
    }

    private int Fail(int status, string message, string hint)
    {
        error.WriteLine($"hwtoken-schematic: {message}");
        error.WriteLine($"hint: {hint}");
        return status;
    }
}
