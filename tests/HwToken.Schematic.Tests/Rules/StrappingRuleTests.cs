using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class StrappingRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new StrappingRule(), build);

    [Theory]
    [InlineData("pocket", "R19.2=NC", "U1.27 (IO0) must be high at start")]
    [InlineData("pocket", "R19.1=GND", "U1.27 (IO0) must be high at start")]
    [InlineData("pocket", "U1.26=LINK_TRANSMIT", "U1.26 (IO45) must be low at start")]
    [InlineData("pocket", "U1.16=3V3", "U1.16 (IO46) must be low at start")]
    [InlineData("bench", "M1.J2-13=BUTTON", "M1.J2-13 (IO12) must be low at start, and nothing on BUTTON holds it")]
    public void Check_Miswired_IsFound(string build, string changes, string finding) =>
        Repo.AssertFinds(new StrappingRule(), Repo.Rewired(build, changes), finding);
}
