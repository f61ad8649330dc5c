using HwToken.Wiring.Model;

namespace HwToken.Wiring.Output;

/// <summary>
/// The board is on the left, the modules on the right. A net's pin on the board is level with the net's first
/// pin on a module, so that wires run straight; a net with more pins has a trunk between them.
/// </summary>
public sealed class Layout
{
    public const double Left = 20;
    public const double Top = 64;
    public const double BoardWidth = 160;
    public const double BoardRight = Left + BoardWidth;
    public const double ModuleWidth = 206;

    private const double Gap = 18;
    private const double NetNameWidth = 132;
    private const double TrackPitch = 15;
    private const double SlotWidth = 82;
    private const double SeriesWidth = 92;
    private const double Foot = 46;

    private readonly Dictionary<string, double> _tracks = [];
    private readonly double _shuntsLeft;

    public Layout(Circuit circuit)
    {
        double y = Top;
        var boxes = new List<ModuleBox>();
        foreach (Module module in circuit.Modules)
        {
            boxes.Add(ModuleBox.At(y, module));
            y += boxes[^1].Height + Gap;
        }

        Modules = boxes;
        Bottom = y - Gap;
        double track = BoardRight + NetNameWidth;
        foreach (IGrouping<string, Row> net in Rows.GroupBy(row => row.Terminal.Net).Where(net => net.Count() > 1))
        {
            _tracks[net.Key] = track;
            track += TrackPitch;
        }

        _shuntsLeft = track + Gap;
        ModuleLeft = _shuntsLeft + (SlotWidth * circuit.Modules.SelectMany(m => m.Terminals).Max(t => t.Shunts.Count()))
            + SeriesWidth;
    }

    public IReadOnlyList<ModuleBox> Modules { get; }

    public IEnumerable<Row> Rows => Modules.SelectMany(module => module.Rows);

    public double Bottom { get; }

    public double ModuleLeft { get; }

    public int Width => (int)(ModuleLeft + ModuleWidth + Left);

    public int Height => (int)(Bottom + Foot);

    /// <summary>The place of the measurements' numbers on a wire.</summary>
    public double ProbeX => _shuntsLeft - (Gap / 2);

    /// <summary>The middle of the resistor or capacitor in series.</summary>
    public double SeriesX => ModuleLeft - (SeriesWidth / 2);

    /// <summary>The place of the trunk; null for a wire between two pins.</summary>
    public double? TrackOf(string net) => _tracks.TryGetValue(net, out double x) ? x : null;

    /// <summary>The middle of the nth pull or capacitor on a wire.</summary>
    public double ShuntX(int n) => _shuntsLeft + (SlotWidth * n) + (SlotWidth / 3);

    public Row FirstRowOf(string net) => Rows.First(row => row.Terminal.Net == net);
}
