using HwToken.Schematic.Model;

namespace HwToken.Schematic.Drawing;

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
