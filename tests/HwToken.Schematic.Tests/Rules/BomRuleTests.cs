using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class BomRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new BomRule(), build);

    [Fact]
    public void Check_PartOfNoLine_IsFound()
    {
        Design design = Repo.Design(Build.Pocket);
        BomLine[] shorter = [.. design.Bom.Where(line => line.Reference != "U6")];

        Repo.AssertFinds(new BomRule(), design with { Bom = shorter }, "U6: bom.csv has no line U6");
    }

    [Fact]
    public void Check_LineWithoutItsPart_IsFound()
    {
        Design design = Repo.Design(Build.Pocket);
        Component[] fewer = [.. design.Netlist.Components.Where(c => c.Reference != "R13")];

        Repo.AssertFinds(
            new BomRule(), design with { Netlist = new Netlist(fewer, design.Netlist.Terminals) },
            "bom.csv line R5 lists 'R5 R13', drawn are 'R5'");
    }

    [Fact]
    public void Check_OtherQuantity_IsFound() => Repo.AssertFinds(
        new BomRule(),
        Changed("C3", line => line with { Quantities = new Dictionary<string, int> { ["pocket"] = 5, ["bench"] = 0 } }),
        "bom.csv line C3 has quantity 5 for 6 parts");

    [Fact]
    public void Check_NoFootprint_IsFound() => Repo.AssertFinds(
        new BomRule(), Changed("U2", line => line with { Footprint = "" }), "U2: bom.csv line U2 has no footprint");

    [Fact]
    public void Check_ResistorWithoutValue_IsFound() => Repo.AssertFinds(
        new BomRule(), Repo.Revalued(Build.Pocket, "R6", "large"), "R6: bom.csv line R6 has no value");

    private static Design Changed(string reference, Func<BomLine, BomLine> change)
    {
        Design design = Repo.Design(Build.Pocket);
        return design with
        {
            Bom = [.. design.Bom.Select(line => line.Reference == reference ? change(line) : line)],
        };
    }
}
