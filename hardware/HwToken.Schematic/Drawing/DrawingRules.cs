namespace HwToken.Schematic.Drawing;

/// <summary>What makes a drawing say what the netlist says, and lets people read it.</summary>
public static class DrawingRules
{
    /// <summary>One sentence for each fault, naming what and where.</summary>
    public static IReadOnlyList<string> Check(Sheet sheet) =>
        [.. Wires(sheet), .. Names(sheet), .. Texts(sheet), .. Symbols(sheet), .. Grounds(sheet), .. Edges(sheet)];

    /// <summary>A wire leads only to pins and wires of its own net.</summary>
    private static IEnumerable<string> Wires(Sheet sheet)
    {
        foreach (Segment segment in sheet.Segments)
        {
            foreach (DrawnPin pin in sheet.Pins.Where(p => p.Net != segment.Net && segment.Contains(p.End)))
            {
                yield return $"the wire of {segment.Net} at {segment.A} meets {pin.First}, which is on {pin.Net}";
            }

            foreach (Segment other in sheet.Segments.Where(
                o => string.CompareOrdinal(o.Net, segment.Net) > 0 && o.Touches(segment)))
            {
                yield return $"the wires of {segment.Net} and {other.Net} meet at {segment.A} to {segment.B}";
            }
        }

        foreach (DrawnPin pin in sheet.Pins)
        {
            if (pin.Terminals.Any(t => t.Net != pin.Net))
            {
                yield return $"{pin.First} is drawn as one pin with another net's";
            }

            foreach (DrawnPin other in sheet.Pins.Where(o => o.End == pin.End && o.Net != pin.Net))
            {
                yield return $"{pin.First} meets {other.First}";
            }
        }

        foreach (Mark mark in sheet.Marks.Where(
            m => m.Kind == MarkKind.WireLabel && !sheet.Segments.Any(s => s.Net == m.Net && s.Contains(m.At))))
        {
            yield return $"the label {mark.Net} at {mark.At} is on no wire of that net";
        }
    }

    /// <summary>The pieces of a net that no wire joins carry its name.</summary>
    private static IEnumerable<string> Names(Sheet sheet)
    {
        foreach (string net in sheet.Design.Netlist.Nets)
        {
            List<HashSet<Point>> pieces = PiecesOf(sheet, net);
            foreach (HashSet<Point> piece in pieces.Where(_ => pieces.Count > 1))
            {
                bool named = sheet.Marks.Any(
                    m => m.Net == net && (piece.Contains(m.At)
                        || sheet.Segments.Any(s => s.Net == net && s.Contains(m.At) && piece.Contains(s.A))));
                if (!named)
                {
                    yield return $"a piece of {net} at {piece.First()} has no name: add a label";
                }
            }
        }
    }

    private static List<HashSet<Point>> PiecesOf(Sheet sheet, string net)
    {
        var pieces = new List<HashSet<Point>>();
        Segment[] segments = [.. sheet.Segments.Where(s => s.Net == net)];
        IEnumerable<Point> ends = sheet.Pins.Where(pin => pin.Net == net).Select(pin => pin.End)
            .Concat(segments.SelectMany(s => new[] { s.A, s.B })).Distinct();
        foreach (Point end in ends)
        {
            List<HashSet<Point>> met =
            [
                .. pieces.Where(piece => segments.Any(
                    s => s.Contains(end) && piece.Any(s.Contains))),
            ];
            pieces.RemoveAll(met.Contains);
            pieces.Add([end, .. met.SelectMany(piece => piece)]);
        }

        return pieces;
    }

    /// <summary>No text covers another, a wire or a symbol other than its own.</summary>
    private static IEnumerable<string> Texts(Sheet sheet)
    {
        SheetText[] texts = [.. SheetTexts.Of(sheet).Where(t => t.Text.Length > 0)];
        for (int i = 0; i < texts.Length; i++)
        {
            SheetText text = texts[i];
            foreach (SheetText other in texts.Skip(i + 1).Where(other => other.Box.Overlaps(text.Box)))
            {
                yield return $"the texts '{text.Text}' and '{other.Text}' overlap at {Place(text)}";
            }

            foreach (Segment segment in sheet.Segments.Where(s => Box.Of(s).Overlaps(text.Box)))
            {
                yield return $"the text '{text.Text}' covers the wire of {segment.Net} at {Place(text)}";
            }
        }
    }

    /// <summary>A text is inside a box or outside of it, and never on another symbol.</summary>
    private static IEnumerable<string> Symbols(Sheet sheet) =>
        from text in SheetTexts.Of(sheet)
        from component in sheet.Symbols
        let body = Bodies.Of(component)
        where text.Text.Length > 0 && text.Box.Overlaps(body)
        where component.Symbol.Shape != "box" || !body.Contains(text.Box)
        select $"the text '{text.Text}' covers {component} at {Place(text)}";

    /// <summary>Nor on ground.</summary>
    private static IEnumerable<string> Grounds(Sheet sheet) =>
        from text in SheetTexts.Of(sheet)
        from mark in sheet.Marks
        where mark.Kind == MarkKind.Ground && text.Box.Overlaps(Box.OfGround(mark.At))
        select $"the text '{text.Text}' covers the ground symbol at {mark.At}";

    private static IEnumerable<string> Edges(Sheet sheet)
    {
        var page = new Box(0, 0, sheet.Size.X * Grid.Pixels, sheet.Size.Y * Grid.Pixels);
        foreach (SheetText text in SheetTexts.Of(sheet))
        {
            Box box = text.Box;
            if (box.Left < page.Left || box.Top < page.Top || box.Right > page.Right || box.Bottom > page.Bottom)
            {
                yield return $"the text '{text.Text}' leaves the page";
            }
        }
    }

    private static string Place(SheetText text) =>
        FormattableString.Invariant($"{text.X / Grid.Pixels:0.#},{text.Y / Grid.Pixels:0.#}");
}
