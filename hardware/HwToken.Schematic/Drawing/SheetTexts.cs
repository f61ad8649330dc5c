using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Drawing;

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
