namespace HwToken.Architecture.Tests.Firmware;

/// <summary>hardware/wiring.csv: one line for each end of a wire.</summary>
internal static class Wiring
{
    private const string Header = "net,esp32_devkit,esp32_s3_devkit,part,part_pin,remark";

    public static string Path { get; } = Repository.PathOf("hardware", "wiring.csv");

    public static IReadOnlyList<Wire> Wires { get; } = Read();

    /// <summary>The nets that end at a numbered pin of the chip, and its number.</summary>
    public static SortedDictionary<string, int> PinsOf(Board board)
    {
        var pins = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (Wire wire in Wires)
        {
            if (int.TryParse(wire.PinOf(board), out int pin))
            {
                Assert.Equal(pin, pins.GetValueOrDefault(wire.Net, pin));
                pins[wire.Net] = pin;
            }
        }

        return pins;
    }

    private static List<Wire> Read()
    {
        string[] lines = File.ReadAllLines(Path);
        Assert.Equal(Header, lines[0]);
        return [.. lines.Skip(1).Select(line =>
        {
            string[] cells = line.Split(',');
            Assert.Equal(6, cells.Length);
            return new Wire(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5]);
        })];
    }

    /// <param name="Esp32">A pin's number or name; empty where the net does not reach the chip.</param>
    /// <param name="Esp32S3">The same for the other board.</param>
    internal sealed record Wire(string Net, string Esp32, string Esp32S3, string Part, string PartPin, string Remark)
    {
        public string PinOf(Board board) => board == Board.Esp32DevKit ? Esp32 : Esp32S3;
    }
}
