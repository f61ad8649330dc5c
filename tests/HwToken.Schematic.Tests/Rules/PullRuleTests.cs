using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class PullRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new PullRule(), build);

    [Theory]
    [InlineData("pocket", "R8.2=NC", "U4.3 (ON) on BATTERY_GATE has neither a pull nor a supply")]
    [InlineData("pocket", "R10.1=NC", "U2.3 (EN) on REG_ON has neither")]
    [InlineData("pocket", "R11.2=NC Q1.1=GATE R11.1=GATE", "Q1.1 (G) on GATE has neither")]
    [InlineData("pocket", "R18.1=NC", "U1.3 (EN) on CHIP_ENABLE has neither")]
    [InlineData("pocket", "U6.3=VBUS", "U6.3 (CE) must be tied to VOUT, but is on VBUS")]
    public void Check_Miswired_IsFound(string build, string changes, string finding) =>
        Repo.AssertFinds(new PullRule(), Repo.Rewired(build, changes), finding);
}
