// Where board, modules and wires are in a picture.

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

/// <summary>Where a module is drawn.</summary>
public sealed record ModuleBox(Module Module, double Top, IReadOnlyList<Row> Rows)
{
    private const double Header = 24;

    public double Height => Rows[^1].Bottom - Top;

    public static ModuleBox At(double top, Module module)
    {
        var rows = new List<Row>();
        double y = top + Header;
        foreach (Terminal terminal in module.Terminals)
        {
            double wire = y + Row.RoomAbove(terminal);
            y = wire + Row.RoomBelow(terminal);
            rows.Add(new Row(terminal, wire, y));
        }

        return new(module, top, rows);
    }
}

/// <summary>Where a pin of a module is drawn: the height of its wire, and the room above and below it.</summary>
public sealed record Row(Terminal Terminal, double Y, double Bottom)
{
    private const double Plain = 17;
    private const double ShuntUp = 66;
    private const double ShuntDown = 62;
    private const double NoteLine = 13;

    /// <summary>Pixels above the wire that the terminal needs.</summary>
    public static double RoomAbove(Terminal terminal) => terminal.Shunts.Any(GoesUp) ? ShuntUp : Plain;

    public static double RoomBelow(Terminal terminal)
    {
        double notes = Plain + (NoteLine * Notes(terminal).Count);
        return terminal.Shunts.Any(shunt => !GoesUp(shunt)) ? Math.Max(ShuntDown, notes) : notes;
    }

    /// <summary>A pull to ground is drawn below the wire, one to a rail above it.</summary>
    public static bool GoesUp(Passive passive) => passive.To != Circuit.Ground;

    /// <summary>The builder's notes in lines that fit a module's box.</summary>
    public static IReadOnlyList<string> Notes(Terminal terminal)
    {
        const int lineLength = 32;
        var lines = new List<string>();
        foreach (string word in terminal.Remark.Notes.SelectMany(note => note.Split(' ')))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= lineLength)
            {
                lines[^1] += " " + word;
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}
