using HwToken.Schematic.Inputs;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class StandbyRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new StandbyRule(), build);

    [Theory]
    [InlineData("pocket", "R1.1=CELLS", "BT1.+ (+) is discharged through R1, R2")]
    [InlineData("pocket", "R10.1=VSYS", "BT1.+ (+) is discharged through U6, R10")]
    [InlineData("pocket", "D1.1=VSYS", "BT1.+ (+) is discharged through U6, D1, R10")]
    [InlineData("pocket", "R9.1=VBAT", "BT2.+ (+) is discharged through TL1, R9")]
    [InlineData("bench", "R51.1=CLOCK_CELL", "BT3.+ (+) is discharged through R51")]
    public void Check_Miswired_IsFound(string build, string changes, string finding) =>
        Repo.AssertFinds(new StandbyRule(), Repo.Rewired(build, changes), finding);

    [Fact]
    public void LiveNets_OfTheCells_EndAtSwitchRegulatorAndIdealDiode() => Assert.Equal(
        ["CELLS", "VSYS"], StandbyRule.LiveNets(Repo.Design(Build.Pocket).Netlist, "CELLS").Order());
}
