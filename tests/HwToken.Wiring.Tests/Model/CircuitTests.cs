using HwToken.Wiring.Inputs;
using HwToken.Wiring.Model;

namespace HwToken.Wiring.Tests.Model;

public class CircuitTests
{
    private static readonly Wire[] Wires =
    [
        Tables.Wire("RAIL", "3V3", "switch", "IN"), Tables.Wire("SWITCHED", "", "switch", "OUT"),
        Tables.Wire("SWITCHED", "", "clock", "VCC"), Tables.Wire("DATA", "21", "clock", "SDA", "1 kOhm to SWITCHED"),
        Tables.Wire("GATE", "26", "switch", "ON"),
    ];

    [Fact]
    public void Modules_OfAll_KeepPartsAndPins()
    {
        var circuit = new Circuit(Tables.Build(), Wires);

        Assert.Equal(["switch", "clock"], circuit.Modules.Select(module => module.Name));
        Assert.Equal(["IN", "OUT", "ON"], circuit.Modules[0].Terminals.Select(terminal => terminal.Pin));
        Assert.Equal("21", circuit.BoardPins["DATA"]);
        Assert.DoesNotContain("SWITCHED", circuit.BoardPins.Keys);
    }

    [Fact]
    public void LeftOutPart_TakesItsNetsAndTheirPinsAlong()
    {
        var circuit = new Circuit(Tables.Build(leftOut: ["switch"]), Wires);

        Assert.Equal(["SWITCHED", "DATA"], circuit.Nets);
        Assert.Equal(["DATA"], circuit.BoardPins.Keys);
    }

    [Fact]
    public void LeftOutPin_LeavesThePartsOthers()
    {
        var circuit = new Circuit(Tables.Build(leftOut: ["switch ON"]), Wires);

        Assert.Equal(["IN", "OUT"], circuit.Modules[0].Terminals.Select(terminal => terminal.Pin));
    }

    [Fact]
    public void JoinedNet_IsTheOtherOneEverywhere()
    {
        var circuit = new Circuit(Tables.Build(["switch"], new() { ["SWITCHED"] = "RAIL" }), Wires);

        Assert.Equal(["RAIL", "DATA"], circuit.Nets);
        Assert.Equal("RAIL", circuit.Modules[0].Terminals[1].Shunts.Single().To);
        Assert.Equal("3V3", circuit.BoardPins["RAIL"]);
    }

    [Fact]
    public void RenamedPart_HasTheNewName() => Assert.Contains(
        "DS3232", new Circuit(Tables.Build(renamed: new() { ["clock"] = "DS3232" }), Wires).Modules.Select(m => m.Name));

    [Fact]
    public void BoardPins_TwoForOneNet_AreRefused()
    {
        Wire[] twice = [Tables.Wire("A", "1", "p", "1"), Tables.Wire("A", "2", "p", "2")];

        var error = Assert.Throws<InvalidDataException>(() => new Circuit(Tables.Build(), twice));
        Assert.Equal("A is on the pins 1 and 2 of the Board", error.Message);
    }
}
