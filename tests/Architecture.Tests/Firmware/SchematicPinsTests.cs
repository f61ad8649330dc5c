using HwToken.Pages;
using HwToken.Schematic.Model;

namespace HwToken.Architecture.Tests.Firmware;

/// <summary>The program's pins, and the processor's in the schematic of the build that has the board.</summary>
public class SchematicPinsTests
{
    public static TheoryData<Board> Boards => [.. Enum.GetValues<Board>()];

    [Theory]
    [MemberData(nameof(Boards))]
    public void Schematic_PinsOfTheProgram_AreOnTheirNets(Board board)
    {
        Netlist netlist = NetlistOf(board);

        Assert.All(
            PinsSource.PinsOf(board),
            pin =>
            {
                Terminal terminal = Assert.Single(netlist.Terminals, t => IsChip(t) && t.Pin.Name == $"IO{pin.Value}");

                // Open where the build has nothing for it to drive, and then it says so.
                bool open = terminal.IsOpen && terminal.Remark.StartsWith(pin.Key + ": ", StringComparison.Ordinal);
                Assert.True(terminal.Net == pin.Key || open, $"{terminal} is on {terminal.Net}, not on {pin.Key}");
            });
    }

    [Theory]
    [MemberData(nameof(Boards))]
    public void Schematic_OtherPinsOfTheChip_AreOnNoNetOfTheProgram(Board board)
    {
        SortedDictionary<string, int> pins = PinsSource.PinsOf(board);

        Assert.DoesNotContain(
            NetlistOf(board).Terminals,
            t => IsChip(t) && pins.TryGetValue(t.Net, out int number) && t.Pin.Name != $"IO{number}");
    }

    private static bool IsChip(Terminal terminal) => terminal.Component.WiringName == "chip";

    private static Netlist NetlistOf(Board board) => Design.Read(
        new HardwareFolder(Repository.PathOf("hardware")), board == Board.Esp32DevKit ? "bench" : "pocket").Netlist;
}
