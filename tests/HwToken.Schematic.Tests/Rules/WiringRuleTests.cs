using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class WiringRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new WiringRule(), build);

    [Theory]
    [InlineData("pocket", "U1.5=USB_SENSE U1.6=BUTTON", "BUTTON is not on the chip's pin IO5")]
    [InlineData("pocket", "R9.1=NC", "POWER_HOLD to power latch HOLD: there is no pull-down 100 kOhm")]
    [InlineData("pocket", "R14.1=NC", "LINK_TRANSMIT to USB-UART bridge RXD: no 1 kOhm in series to it")]
    [InlineData("pocket", "U5.20=BRIDGE_TXD U5.21=BRIDGE_RXD", "LINK_TRANSMIT to USB-UART bridge RXD: no 1 kOhm")]
    [InlineData("pocket", "U3.17=I2C_CLOCK U3.18=I2C_DATA", "I2C_DATA to DS3231 module SDA: it is not connected")]
    [InlineData("pocket", "C10.2=NC", "BATTERY to battery switch VOUT: there is no 10 nF")]
    [InlineData("bench", "M1.J2-11=NC", "POWER_HOLD is not on the chip's pin IO27")]
    [InlineData("bench", "M1.J2-8=NC", "BUTTON is not on the chip's pin IO33")]
    [InlineData("pocket", "SW1.1=3V3", "differences.csv has 3V3 to push button 1, which is as wiring.csv says")]
    public void Check_Miswired_IsFound(string build, string changes, string finding) =>
        Repo.AssertFinds(new WiringRule(), Repo.Rewired(build, changes), finding);

    [Fact]
    public void Check_DifferenceFromNothing_IsFound()
    {
        Design design = Repo.Design(Build.Bench);
        var stray = new Difference(Build.Bench, "GND", "heater", "1", "", "");

        Repo.AssertFinds(
            new WiringRule(), design with { Differences = [.. design.Differences, stray] },
            "wiring.csv has no such wire");
    }

    [Fact]
    public void Check_OtherPullUp_IsFound() => Repo.AssertFinds(
        new WiringRule(), Repo.Revalued(Build.Pocket, "R3", "1 Mohm"), "there is no pull-down 100 kOhm");
}
