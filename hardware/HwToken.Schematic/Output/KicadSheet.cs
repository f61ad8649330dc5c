using System.Text;
using HwToken.Schematic.Drawing;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Output;

/// <summary>A drawing as a schematic of KiCad 6 and later, to go on from in its editors.</summary>
public sealed class KicadSheet
{
    private const string Font = "(effects (font (size 1.27 1.27)))";
    private const string Hidden = "(effects (font (size 1.27 1.27)) hide)";
    private const string Line = "(stroke (width 0) (type default) (color 0 0 0 0))";
    private const int FullTurn = 360;

    /// <summary>KiCad draws a border around the page, grid units.</summary>
    private const int Margin = 16;

    private readonly Sheet _sheet;
    private readonly StringBuilder _text = new();
    private readonly List<(string Id, string Reference, string Value, string Footprint)> _instances = [];

    private KicadSheet(Sheet sheet) => _sheet = sheet;

    public static string Write(Sheet sheet) => new KicadSheet(sheet).Write();

    private string Write()
    {
        _text.Append("(kicad_sch (version 20211123) (generator hwtoken_schematic)\n\n");
        _text.Append($"  (uuid {Kicad.Id(_sheet.Design.Build)})\n\n  (paper \"A3\")\n\n");
        _text.Append($"  (title_block (title {Kicad.Quote(_sheet.Title)}))\n\n");
        WriteLibrary();
        WriteWires();
        WriteMarks();
        foreach (Component component in _sheet.Symbols)
        {
            WriteComponent(component);
        }

        _text.Append("  (sheet_instances (path \"/\" (page \"1\")))\n\n  (symbol_instances\n");
        foreach ((string id, string reference, string value, string footprint) in _instances)
        {
            _text.Append($"    (path \"/{id}\" (reference {Kicad.Quote(reference)}) (unit 1) ");
            _text.Append($"(value {Kicad.Quote(value)}) (footprint {Kicad.Quote(footprint)}))\n");
        }

        return _text.Append("  )\n)\n").ToString();
    }

    private void WriteLibrary()
    {
        _text.Append("  (lib_symbols\n");
        foreach (Symbol symbol in _sheet.Symbols.Select(c => c.Symbol).DistinctBy(s => s.Name))
        {
            _text.Append(KicadLibrary.Of(symbol));
        }

        foreach (string net in PowerMarks.Select(mark => mark.Net).Distinct())
        {
            _text.Append(KicadLibrary.Power(net));
        }

        _text.Append(KicadLibrary.PowerFlag()).Append("  )\n\n");
    }

    private IEnumerable<Mark> PowerMarks => _sheet.Marks.Where(m => m.Kind is MarkKind.Power or MarkKind.Ground);

    private void WriteWires()
    {
        foreach (Point junction in _sheet.Junctions)
        {
            _text.Append($"  (junction (at {At(junction)}) (diameter 0) (color 0 0 0 0) (uuid {Id("j", junction)}))\n");
        }

        foreach (Segment s in _sheet.Segments)
        {
            _text.Append($"  (wire (pts (xy {At(s.A)}) (xy {At(s.B)})) {Line} (uuid {Id($"w {s.A}", s.B)}))\n");
        }

        foreach ((string title, Point from, _) in _sheet.Frames)
        {
            string at = At(new Point(from.X + 1, from.Y + 2));
            _text.Append($"  (text {Kicad.Quote(title)} (at {at} 0) ");
            _text.Append($"(effects (font (size 1.8 1.8) bold) (justify left bottom)) (uuid {Id("t", from)}))\n");
        }
    }

    private void WriteMarks()
    {
        foreach (Mark mark in _sheet.Marks.Where(m => m.Kind == MarkKind.Cross))
        {
            _text.Append($"  (no_connect (at {At(mark.At)}) (uuid {Id("n", mark.At)}))\n");
        }

        foreach (Mark mark in _sheet.Marks.Where(m => m.Kind is MarkKind.Label or MarkKind.WireLabel))
        {
            (int angle, string side) = mark.Direction switch
            {
                Direction.Left => (180, "right"),
                Direction.Up => (90, "left"),
                Direction.Down => (270, "right"),
                _ => (0, "left"),
            };
            _text.Append($"  (global_label {Kicad.Quote(mark.Net)} (shape passive) (at {At(mark.At)} {angle}) ");
            _text.Append($"(effects (font (size 1.27 1.27)) (justify {side})) (uuid {Id("l", mark.At)}))\n");
        }

        int number = 0;
        foreach (Mark mark in PowerMarks)
        {
            number++;
            WriteOnePin($"power_{mark.Net}", $"#PWR{number:000}", mark.Net, mark.At, mark.Kind == MarkKind.Ground);
        }

        foreach (string net in _sheet.Design.Netlist.Nets.Where(NeedsFlag))
        {
            number++;
            Point at = _sheet.Segments.First(s => s.Net == net).A;
            WriteOnePin(KicadLibrary.Flag, $"#FLG{number:000}", KicadLibrary.Flag, at, below: false);
        }
    }

    /// <summary>A supply that comes from where KiCad sees no source: ground, and behind the tamper loop.</summary>
    private bool NeedsFlag(string net)
    {
        bool takes = net == Terminal.Ground || _sheet.Design.Netlist.On(net).Any(t => t.Pin.Type == PinType.PowerIn);
        return takes && _sheet.Design.Netlist.On(net).All(t => t.Pin.Type != PinType.PowerOut);
    }

    private void WriteOnePin(string symbol, string reference, string value, Point at, bool below)
    {
        string id = Kicad.Id(reference);
        Point label = at.Step(below ? Direction.Down : Direction.Up, 3);
        _text.Append($"  (symbol (lib_id \"{Kicad.Library}:{KicadLibrary.Identifier(symbol)}\") ");
        _text.Append($"(at {At(at)} 0) (unit 1)\n");
        _text.Append($"    (in_bom yes) (on_board yes) (uuid {id})\n");
        _text.Append($"    (property \"Reference\" {Kicad.Quote(reference)} (id 0) (at {At(label)} 0) {Hidden})\n");
        string visible = below || value == KicadLibrary.Flag ? Hidden : Font;
        _text.Append($"    (property \"Value\" {Kicad.Quote(value)} (id 1) (at {At(label)} 0) {visible})\n");
        _text.Append($"    (property \"Footprint\" \"\" (id 2) (at {At(at)} 0) {Hidden})\n");
        _text.Append($"    (property \"Datasheet\" \"\" (id 3) (at {At(at)} 0) {Hidden})\n");
        _text.Append($"    (pin \"1\" (uuid {Kicad.Id(reference + ".1")}))\n  )\n");
        _instances.Add((id, reference, value, ""));
    }

    private void WriteComponent(Component component)
    {
        Design design = _sheet.Design;
        string id = Kicad.Id(component.Reference);
        string value = Kicad.Value(design, component);
        string footprint = Kicad.Footprint(design.LineOf(component));
        var at = new Point(component.X, component.Y);
        int angle = (FullTurn - component.Turn) % FullTurn;
        string name = KicadLibrary.Identifier(component.Symbol.Name);
        _text.Append($"  (symbol (lib_id \"{Kicad.Library}:{name}\") (at {At(at)} {angle}) (unit 1)\n");
        _text.Append($"    (in_bom yes) (on_board yes) (uuid {id})\n");
        WriteText("Reference", component.Reference, 0, "ref");
        WriteText("Value", value, 1, "value");
        _text.Append($"    (property \"Footprint\" {Kicad.Quote(footprint)} (id 2) (at {At(at)} 0) {Hidden})\n");
        _text.Append($"    (property \"Datasheet\" \"\" (id 3) (at {At(at)} 0) {Hidden})\n");
        foreach (SymbolPin pin in component.Symbol.Pins)
        {
            string pinId = Kicad.Id($"{component.Reference}.{pin.Number}");
            _text.Append($"    (pin {Kicad.Quote(pin.Number)} (uuid {pinId}))\n");
        }

        _text.Append("  )\n");
        _instances.Add((id, component.Reference, value, footprint));

        void WriteText(string property, string text, int number, string style)
        {
            SheetText place = SheetTexts.OfComponent(_sheet, component).First(t => t.Style == style);
            string justify = place.Anchor switch
            {
                Anchor.Start => " (justify left)",
                Anchor.End => " (justify right)",
                _ => "",
            };
            const double scale = Grid.Millimetres / Grid.Pixels;
            const double middle = 0.35;
            const double margin = Margin * Grid.Millimetres;
            double x = (place.X * scale) + margin;
            double y = ((place.Y - (middle * place.Size)) * scale) + margin;
            string spot = $"{Kicad.Number(x)} {Kicad.Number(y)}";
            string hide = place.Text.Length == 0 ? " hide" : "";
            // KiCad turns the text with the symbol.
            int upright = component.Turn % 180 == 0 ? 0 : 90;
            _text.Append($"    (property \"{property}\" {Kicad.Quote(text)} (id {number}) (at {spot} {upright}) ");
            _text.Append($"(effects (font (size 1.27 1.27)){justify}{hide}))\n");
        }
    }

    private static string At(Point point) =>
        $"{Kicad.Number((point.X + Margin) * Grid.Millimetres)} "
        + Kicad.Number((point.Y + Margin) * Grid.Millimetres);

    private static string Id(string kind, Point at) => Kicad.Id($"{kind} {at}");
}
