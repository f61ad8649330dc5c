using HwToken.Pages;
using HwToken.Schematic.Drawing;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests;

/// <summary>The repository's own two builds, and the same with something wrong.</summary>
internal static class Repo
{
    public static HardwareFolder Hardware { get; } = new(Repository.PathOf("hardware"));

    private static readonly Dictionary<string, Sheet> Drawn =
        Build.Names.ToDictionary(build => build, build => Sheets.Read(Hardware, build));

    public static TheoryData<string> Builds => [.. Build.Names];

    public static Design Design(string build) => Sheet(build).Design;

    public static Sheet Sheet(string build) => Drawn[build];

    /// <param name="changes">Pins and their new nets, such as "U6.3=VBUS U5.19=NC".</param>
    public static Design Rewired(string build, string changes)
    {
        Design design = Design(build);
        Dictionary<string, string> nets = changes.Split(' ').Select(change => change.Split('='))
            .ToDictionary(change => change[0], change => change[1]);
        Terminal[] terminals =
        [
            .. design.Netlist.Terminals.Select(
                t => nets.Remove($"{t.Component.Reference}.{t.Pin.Number}", out string? net)
                    ? t with { Net = net, Remark = "" }
                    : t),
        ];
        Assert.Empty(nets);
        return design with { Netlist = new Netlist(design.Netlist.Components, terminals) };
    }

    /// <summary>A line of the bill of materials with another value.</summary>
    public static Design Revalued(string build, string reference, string value)
    {
        Design design = Design(build);
        Assert.Contains(design.Bom, line => line.Reference == reference);
        return design with
        {
            Bom = [.. design.Bom.Select(line => line.Reference == reference ? line with { Value = value } : line)],
        };
    }

    public static void AssertHolds(IRule rule, string build) => Assert.Empty(rule.Check(Design(build)));

    /// <summary>The rule finds this, and each rule's finding is a sentence that names things.</summary>
    public static void AssertFinds(IRule rule, Design design, string finding) =>
        Assert.Contains(rule.Check(design), found => found.Contains(finding, StringComparison.Ordinal));
}
