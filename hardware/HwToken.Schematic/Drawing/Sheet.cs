// A build's drawing: symbols, wires, names.

using HwToken.Pages;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Drawing;

public enum MarkKind
{
    /// <summary>The net's name at the end of a wire or pin.</summary>
    Label,

    /// <summary>The net's name above a wire.</summary>
    WireLabel,

    /// <summary>A bar with a supply's name.</summary>
    Power,
    Ground,

    /// <summary>Left open on purpose.</summary>
    Cross,
}

/// <summary>A sign at a place that names the net.</summary>
/// <param name="Direction">Away from the wire or the pin.</param>
public sealed record Mark(MarkKind Kind, string Net, Point At, Direction Direction);

/// <summary>
/// One build's drawing: symbols where the parts table puts them, wires as the drawing table draws them, and at every
/// pin or wire end that leads nowhere the name of its net, so that the drawing shows the whole netlist.
/// </summary>
public sealed class Sheet
{
    private readonly List<Segment> _segments = [];
    private readonly List<Mark> _marks = [];
    private readonly List<(string Title, Point From, Point To)> _frames = [];
    private readonly List<(string Text, Point At)> _notes = [];

    /// <exception cref="InvalidDataException">The drawing table is invalid; the message names the line.</exception>
    public Sheet(Design design, string title, IReadOnlyList<DrawingLine> lines)
    {
        Design = design;
        Title = title;
        Symbols = [.. design.Netlist.Components.Where(c => c.IsDrawn)];
        Pins = [.. Symbols.SelectMany(component => DrawnPin.Of(component, design.Netlist))];
        var path = new WirePath(FindPin);
        foreach (DrawingLine line in lines)
        {
            Draw(line, path);
        }

        NameWireEnds();
        NamePins();
    }

    public Design Design { get; }

    public string Title { get; }

    /// <summary>The lower right corner.</summary>
    public Point Size { get; private set; }

    public IReadOnlyList<Component> Symbols { get; }

    public IReadOnlyList<DrawnPin> Pins { get; }

    public IReadOnlyList<Segment> Segments => _segments;

    public IReadOnlyList<Mark> Marks => _marks;

    public IReadOnlyList<(string Title, Point From, Point To)> Frames => _frames;

    public IReadOnlyList<(string Text, Point At)> Notes => _notes;

    /// <summary>Where three ends or more meet, or one meets the inside of another wire.</summary>
    public IEnumerable<Point> Junctions => _segments.SelectMany(s => new[] { s.A, s.B }).Distinct().Where(IsJunction);

    private bool IsJunction(Point point)
    {
        int ends = _segments.Sum(s => (s.A == point ? 1 : 0) + (s.B == point ? 1 : 0));
        int through = _segments.Count(s => s.A != point && s.B != point && s.Contains(point));
        int pins = Pins.Count(pin => pin.End == point);
        return ends + (2 * through) + pins > 2;
    }

    private Point? FindPin(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot < 0
            ? null
            : Pins.FirstOrDefault(pin => pin.Terminals.Any(
                t => t.Component.Reference == name[..dot] && t.Pin.Number == name[(dot + 1)..]))?.End;
    }

    private void Draw(DrawingLine line, WirePath path)
    {
        switch (line.Kind)
        {
            case "wire":
                IReadOnlyList<Point> points = path.Read(line);
                _segments.AddRange(points.Zip(points.Skip(1)).Where(ends => ends.First != ends.Second)
                    .Select(ends => new Segment(line.Name, ends.First, ends.Second)));
                break;
            case "label":
                _marks.Add(new Mark(MarkKind.WireLabel, line.Name, WirePath.ReadPoints(line, 1)[0], Direction.Right));
                break;
            case "frame":
                IReadOnlyList<Point> corners = WirePath.ReadPoints(line, 2);
                _frames.Add((line.Name, corners[0], corners[1]));
                break;
            case "note":
                _notes.Add((line.Name, WirePath.ReadPoints(line, 1)[0]));
                break;
            case "page":
                Size = WirePath.ReadPoints(line, 1)[0];
                break;
            default:
                throw new InvalidDataException($"{line.Place}: there is no kind '{line.Kind}'");
        }
    }

    private void NameWireEnds()
    {
        foreach ((Segment segment, Point end, Point other) in _segments
            .SelectMany(s => new[] { (s, s.A, s.B), (s, s.B, s.A) }).ToArray())
        {
            bool joined = Pins.Any(pin => pin.End == end) || _segments.Any(s => s != segment && s.Contains(end));
            if (!joined)
            {
                Name(segment.Net, end, Way(other, end));
            }
        }
    }

    private void NamePins()
    {
        foreach (DrawnPin pin in Pins.Where(pin => !_segments.Any(s => s.Contains(pin.End))).ToArray())
        {
            if (Pins.Any(other => other != pin && other.End == pin.End))
            {
                continue;
            }

            Name(pin.Net, pin.End, pin.Out);
        }
    }

    private void Name(string net, Point at, Direction direction)
    {
        if (net == Terminal.Ground && direction != Direction.Down)
        {
            // The symbol of ground points down: a piece of wire makes room for it.
            Point end = at.Step(direction, 1);
            _segments.Add(new Segment(net, at, end));
            _marks.Add(new Mark(MarkKind.Ground, net, end, Direction.Down));
            return;
        }

        MarkKind kind = net switch
        {
            Terminal.Open => MarkKind.Cross,
            Terminal.Ground => MarkKind.Ground,
            _ => direction == Direction.Up && Design.VoltsOf(net) is not null ? MarkKind.Power : MarkKind.Label,
        };
        _marks.Add(new Mark(kind, net, at, direction));
    }

    private static Direction Way(Point from, Point to) =>
        from.X == to.X
            ? to.Y < from.Y ? Direction.Up : Direction.Down
            : to.X < from.X ? Direction.Left : Direction.Right;
}

/// <summary>The drawings of the repository's two builds.</summary>
public static class Sheets
{
    private static readonly Dictionary<string, string> Titles = new()
    {
        [Build.Bench] = "HwToken, bench build: ESP32 DevKit and modules",
        [Build.Pocket] = "HwToken, pocket build: ESP32-S3 module, cells, tamper loop",
    };

    /// <exception cref="InvalidDataException">A table is invalid; the message names file and line.</exception>
    public static Sheet Read(HardwareFolder folder, string build) => new(
        Design.Read(folder, build), Titles[build],
        DrawingLine.Read(folder.PathOf("schematic", $"{build}-drawing.csv")));
}
