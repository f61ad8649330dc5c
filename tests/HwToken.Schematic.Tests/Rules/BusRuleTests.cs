using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class BusRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new BusRule(), build);

    [Theory]
    [InlineData("pocket", "R4.1=NC DS1.SDA=NC", "I2C_DATA has no pull-up")]
    [InlineData("pocket", "R12.2=NC DS1.SCL=NC", "I2C_CLOCK has no pull-up")]
    [InlineData("bench", "DS1.SCL=NC", "DS1 is on I2C_DATA but not on I2C_CLOCK")]
    public void Check_Miswired_IsFound(string build, string changes, string finding) =>
        Repo.AssertFinds(new BusRule(), Repo.Rewired(build, changes), finding);

    [Theory]
    [InlineData("220 ohm", "I2C_DATA is pulled up by 0.21 kohm: no chip pulls that to 0.4 V")]
    [InlineData("1 kohm", "I2C_CLOCK is pulled up by 0.82 kohm: no chip pulls that to 0.4 V")]
    [InlineData("22 kohm", "I2C_DATA is pulled up by 6.88 kohm alone: too slow for 400 kHz")]
    public void Check_PullUpsTogether_AreHeldAgainstBothLimits(string value, string finding) =>
        Repo.AssertFinds(new BusRule(), Repo.Revalued(Build.Pocket, "R4", value), finding);

    [Fact]
    public void Check_SecondClockOnTheBus_SharesItsAddress()
    {
        Design design = Repo.Design(Build.Pocket);
        var second = new Terminal(
            design.Netlist.Components.First(c => c.Reference == "U4"),
            design.Netlist.Terminals.First(t => t.Component.Reference == "U3" && t.Pin.Name == "SDA").Pin,
            "I2C_DATA", "");

        Repo.AssertFinds(
            new BusRule(),
            design with { Netlist = new Netlist(design.Netlist.Components, [.. design.Netlist.Terminals, second]) },
            "address 68h is taken by U3 and U4");
    }
}
