using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class ConnectionRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new ConnectionRule(), build);

    [Theory]
    [InlineData("pocket", "TL1.2=LOOSE", "net LOOSE has one pin alone: TL1.2")]
    [InlineData("pocket", "U4.3=NC", "U4.3 (ON) is open, and nothing says that it may be")]
    [InlineData("pocket", "U5.20=NC", "U5.20 (RXD) is open")]
    [InlineData("bench", "M3.RXD=NC", "M3.RXD (RXD) is open")]
    [InlineData("pocket", "U2.4=VSYS", "U2.4 (NC) is not connected inside the part, but is on VSYS")]
    public void Check_Miswired_IsFound(string build, string changes, string finding) =>
        Repo.AssertFinds(new ConnectionRule(), Repo.Rewired(build, changes), finding);
}
