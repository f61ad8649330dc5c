using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class SupplyRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new SupplyRule(), build);

    [Theory]
    [InlineData("pocket", "TL1.1=NC", "U3.16 (VBAT) on VBAT has 0 sources instead of one")]
    [InlineData("pocket", "U1.2=VSYS", "U1.2 (3V3) allows 3 to 3.6 V, but VSYS is 3.28 to 5.4 V")]
    [InlineData("pocket", "U3.3=BUTTON", "U3.3 (VCC) on BUTTON has 0 sources instead of one")]
    [InlineData("pocket", "U3.3=BUTTON", "fed by BUTTON, which supplies.csv does not have")]
    [InlineData("bench", "M2.VCC=NC DS1.VCC=VBUS", "DS1.VCC (VCC) allows 3 to 5 V, but VBUS is 4.4 to 5.25 V")]
    public void Check_Miswired_IsFound(string build, string changes, string finding) =>
        Repo.AssertFinds(new SupplyRule(), Repo.Rewired(build, changes), finding);

    [Fact]
    public void Check_SupplyWithoutNet_IsFound()
    {
        Design design = Repo.Design(Build.Pocket);
        var stray = new Supply(Build.Pocket, "5V", new Interval(4.4, 5.25));

        Repo.AssertFinds(
            new SupplyRule(), design with { Supplies = [.. design.Supplies, stray] },
            "supplies.csv has 5V, which is not a net");
    }
}
