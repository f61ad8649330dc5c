using HwToken.Pages;
using HwToken.Schematic.Drawing;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;
using HwToken.Schematic.Output;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic;

/// <summary>The command line: without arguments it checks both builds, with --write it draws them too.</summary>
public sealed class SchematicApp(TextWriter output, TextWriter error) : HardwareTool(
    "hwtoken-schematic",
    "hwtoken-schematic [--write]: checks both builds, and writes the drawings into hardware/schematic",
    "it reads hardware/*.csv and hardware/schematic/*.csv",
    output,
    error)
{
    protected override bool Takes(string[] args) => args is [] or ["--write"];

    /// <returns>1 where a rule is broken, too.</returns>
    protected override int Run(HardwareFolder folder, string[] args, string directory)
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

    private int Report(Sheet sheet)
    {
        Netlist netlist = sheet.Design.Netlist;
        Output.WriteLine(
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
            Output.WriteLine($"  {(found.Length == 0 ? "holds " : "BROKEN")} {title}");
            foreach (string finding in found)
            {
                Output.WriteLine($"         {finding}");
            }

            count += found.Length;
        }

        return count;
    }
}
