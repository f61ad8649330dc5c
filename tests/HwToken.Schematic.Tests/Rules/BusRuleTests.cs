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
