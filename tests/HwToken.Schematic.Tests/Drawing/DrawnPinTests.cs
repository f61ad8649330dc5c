using HwToken.Schematic.Drawing;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Tests.Drawing;

public class DrawnPinTests
{
    [Theory]
    [InlineData(0, "10,17 Up", "10,23 Down")]
    [InlineData(90, "13,20 Right", "7,20 Left")]
    [InlineData(180, "10,23 Down", "10,17 Up")]
    [InlineData(270, "7,20 Left", "13,20 Right")]
    public void Of_TurnedResistor_HasItsPinsAround(int turn, string first, string second)
    {
        Netlist netlist = Repo.Design(Build.Pocket).Netlist;
        Component resistor = netlist.Components.First(c => c.Reference == "R1") with { X = 10, Y = 20, Turn = turn };

        Assert.Equal(
            [first, second], DrawnPin.Of(resistor, netlist).Select(pin => $"{pin.End} {pin.Out}"));
    }

    [Fact]
    public void Of_PinsInOneSlot_AreDrawnAsOne()
    {
        Netlist netlist = Repo.Design(Build.Pocket).Netlist;
        Component processor = netlist.Components.First(c => c.Reference == "U1");

        DrawnPin ground = Assert.Single(DrawnPin.Of(processor, netlist), pin => pin.Net == Terminal.Ground);
        Assert.Equal(["1", "40", "41"], ground.Terminals.Select(t => t.Pin.Number));
    }
}
