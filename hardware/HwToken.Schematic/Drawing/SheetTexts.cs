// Every text of a drawing and its place.

using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Drawing;

/// <summary>Which point of a text is at its place.</summary>
public enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A line of text in a monospaced face, so that its size is known without one.</summary>
/// <param name="X">Pixels, as <paramref name="Y"/>, which is the base line.</param>
/// <param name="Style">One of the classes of the drawing's style sheet.</param>
public sealed record SheetText(string Text, double X, double Y, Anchor Anchor, double Size, string Style)
{
    /// <summary>The width of a character, of the size; DejaVu Sans Mono and Courier have 0.60.</summary>
    private const double Width = 0.602;
    private const double Ascent = 0.74;
    private const double Descent = 0.2;

    public Box Box
    {
        get
        {
            double width = Text.Length * Width * Size;
            double left = Anchor switch
            {
                Anchor.Start => X,
                Anchor.Middle => X - (width / 2),
                _ => X - width,
            };
            return new Box(left, Y - (Ascent * Size), left + width, Y + (Descent * Size));
        }
    }
}

/// <summary>The places of a drawing's texts.</summary>
public static class SheetTexts
{
    internal const double TextSize = 10;
    private const double TitleSize = 12;
    private const double HeadSize = 16;
    internal const double Gap = 3;

    /// <summary>From the middle of a line of text to its base line, of its size.</summary>
    internal const double Middle = 0.35;

    public static IEnumerable<SheetText> Of(Sheet sheet) =>
        Head(sheet)
            .Concat(sheet.Symbols.SelectMany(component => OfComponent(sheet, component)))
            .Concat(sheet.Pins.Where(pin => pin.First.Component.Symbol.Shape == "box").SelectMany(BoxTexts.OfPin))
            .Concat(sheet.Marks.SelectMany(OfMark));

    /// <summary>Its reference and its value.</summary>
    public static IEnumerable<SheetText> OfComponent(Sheet sheet, Component component) =>
        component.Symbol.Shape == "box"
            ? BoxTexts.Of(component, ValueOf(sheet.Design, component), sheet.Pins)
            : OfShape(sheet.Design, component);

    private static IEnumerable<SheetText> Head(Sheet sheet)
    {
        yield return new SheetText(
            sheet.Title, Grid.Pixels * 2, sheet.Size.Y * Grid.Pixels - Grid.Pixels, Anchor.Start, HeadSize, "head");
        foreach ((string title, Point from, _) in sheet.Frames)
        {
            yield return At(title, from, Gap * 2, TitleSize + Gap, Anchor.Start, TitleSize, "head");
        }

        foreach ((string text, Point at) in sheet.Notes)
        {
            yield return At(text, at, 0, 0, Anchor.Start, TextSize, "note");
        }
    }

    private static IEnumerable<SheetText> OfShape(Design design, Component component)
    {
        var middle = new Point(component.X, component.Y);
        string name = component.Reference;
        string value = ValueOf(design, component);
        bool lying = component.Turn % 180 != 0;
        Box body = Bodies.Of(component);
        return component.Symbol.Shape switch
        {
            "pad" =>
            [
                At(name, middle, Grid.Pixels + Gap, TextSize * Middle, Anchor.Start, TextSize, "ref"),
                At("", middle, Grid.Pixels + Gap, TextSize * 2, Anchor.Start, TextSize, "value"),
            ],
            "pmos" =>
            [
                At(name, middle, 0, -Grid.Pixels * 2, Anchor.Middle, TextSize, "ref"),
                At(value, middle, Gap, (Grid.Pixels * 3) + Gap, Anchor.Start, TextSize, "value"),
            ],
            "resistor" or "capacitor" or "cell" when !lying =>
                Beside((Grid.Pixels * 1.5) + Gap),
            "diode" or "junction-diode" or "tvs" when lying => Beside((Grid.Pixels * 1.5) + Gap),
            _ =>
            [
                At(name, middle, 0, body.Top - (middle.Y * Grid.Pixels) - Gap, Anchor.Middle, TextSize, "ref"),
                At(
                    value, middle, 0, body.Bottom - (middle.Y * Grid.Pixels) + TextSize, Anchor.Middle, TextSize,
                    "value"),
            ],
        };

        IEnumerable<SheetText> Beside(double right) =>
        [
            At(name, middle, right, -Gap, Anchor.Start, TextSize, "ref"),
            At(value, middle, right, TextSize - 2, Anchor.Start, TextSize, "value"),
        ];
    }

    private static string ValueOf(Design design, Component component)
    {
        BomLine line = design.LineOf(component);
        return component.Symbol.Shape switch
        {
            "resistor" or "capacitor" => Quantity.Brief(line.Value),
            "switch" => "",
            "loop" => component.Symbol.Name,
            _ when line.PartNumber.Contains(' ', StringComparison.Ordinal) => component.Symbol.Name,
            _ => line.PartNumber.Split(',')[0],
        };
    }

    private static IEnumerable<SheetText> OfMark(Mark mark)
    {
        const double bar = 2;
        double center = TextSize * Middle;
        switch (mark.Kind)
        {
            case MarkKind.Power:
                yield return At(mark.Net, mark.At, 0, -Grid.Pixels - bar, Anchor.Middle, TextSize, "power");
                break;
            case MarkKind.WireLabel:
                yield return At(mark.Net, mark.At, 0, -Gap, Anchor.Start, TextSize, "label");
                break;
            case MarkKind.Label when mark.Direction == Direction.Left:
                yield return At(mark.Net, mark.At, -Gap, center, Anchor.End, TextSize, "label");
                break;
            case MarkKind.Label when mark.Direction == Direction.Right:
                yield return At(mark.Net, mark.At, Gap, center, Anchor.Start, TextSize, "label");
                break;
            case MarkKind.Label:
                double down = mark.Direction == Direction.Up ? -Gap : Gap + TextSize;
                yield return At(mark.Net, mark.At, 0, down, Anchor.Middle, TextSize, "label");
                break;
        }
    }

    internal static SheetText At(
        string text, Point at, double right, double down, Anchor anchor, double size, string style) =>
        new(text, (at.X * Grid.Pixels) + right, (at.Y * Grid.Pixels) + down, anchor, size, style);
}

/// <summary>The texts of a symbol that is a box: its pins' names and numbers, and its own.</summary>
internal static class BoxTexts
{
    private const double NumberSize = 8;
    private const double Step = SheetTexts.TextSize + SheetTexts.Gap;

    /// <summary>A longer number does not fit on a pin and is printed beside its name.</summary>
    private const int LongestOnLyingPin = 2;

    private const int LongestOnStandingPin = 3;

    /// <summary>Reference and value, at the first place where they meet none of the symbol's own pins.</summary>
    public static IEnumerable<SheetText> Of(Component component, string value, IReadOnlyList<DrawnPin> pins)
    {
        DrawnPin[] own = [.. pins.Where(pin => pin.First.Component == component)];
        Box[] taken =
        [
            .. own.SelectMany(OfPin).Select(text => text.Box),
            .. own.Select(pin => Box.Of(new Segment("", pin.End.Step(pin.Out, 2), Body(pin)))),
        ];
        SheetText[][] places = [.. Places(component, value)];
        return places.FirstOrDefault(place => !place.Any(text => taken.Any(text.Box.Overlaps))) ?? places[0];
    }

    public static IEnumerable<SheetText> OfPin(DrawnPin pin)
    {
        double length = DrawnPin.LengthIn(pin.First.Component.Symbol) * Grid.Pixels;
        string number = pin.Terminals.Count == 1
            ? pin.First.Pin.Number
            : $"{pin.First.Pin.Number}+{pin.Terminals.Count - 1}";
        string name = pin.First.Pin.Name;
        if (number == name)
        {
            number = "";
        }
        else if (number.Length > (pin.Out is Direction.Left or Direction.Right ? LongestOnLyingPin : LongestOnStandingPin))
        {
            name = pin.Out == Direction.Left ? $"{number} {name}" : $"{name} {number}";
            number = "";
        }

        const double gap = SheetTexts.Gap;
        const double size = SheetTexts.TextSize;
        const double middle = size * SheetTexts.Middle;
        return pin.Out switch
        {
            Direction.Left => Both(length + gap, middle, Anchor.Start, length - 1, -2, Anchor.End),
            Direction.Right => Both(-length - gap, middle, Anchor.End, 1 - length, -2, Anchor.Start),
            Direction.Up => Both(0, length + size, Anchor.Middle, 2, length - 2, Anchor.Start),
            _ => Both(0, -length - gap, Anchor.Middle, 2, NumberSize - length, Anchor.Start),
        };

        IEnumerable<SheetText> Both(
            double nameRight, double nameDown, Anchor nameAnchor,
            double numberRight, double numberDown, Anchor numberAnchor)
        {
            yield return SheetTexts.At(name, pin.End, nameRight, nameDown, nameAnchor, size, "pin");
            if (number.Length > 0)
            {
                yield return SheetTexts.At(
                    number, pin.End, numberRight, numberDown, numberAnchor, NumberSize, "number");
            }
        }
    }

    private static Point Body(DrawnPin pin) =>
        pin.End.Step(pin.Out, -DrawnPin.LengthIn(pin.First.Component.Symbol));

    private static IEnumerable<SheetText[]> Places(Component component, string value)
    {
        double x = component.Symbol.Width * Grid.Pixels / 2;
        double y = component.Symbol.Height * Grid.Pixels / 2;
        yield return Pair(0, -2, Anchor.Middle);
        yield return Pair(0, -2 - Grid.Pixels, Anchor.Middle);
        yield return Pair(0, -2 + Grid.Pixels, Anchor.Middle);
        yield return Pair(-x, -y - Step - SheetTexts.Gap, Anchor.Start);
        yield return Pair(x, -y - Step - SheetTexts.Gap, Anchor.End);
        yield return Pair(-x, y + Step, Anchor.Start);
        yield return Pair(x, y + Step, Anchor.End);

        SheetText[] Pair(double right, double down, Anchor anchor)
        {
            var middle = new Point(component.X, component.Y);
            return
            [
                SheetTexts.At(component.Reference, middle, right, down, anchor, SheetTexts.TextSize, "ref"),
                SheetTexts.At(value, middle, right, down + Step, anchor, SheetTexts.TextSize, "value"),
            ];
        }
    }
}
