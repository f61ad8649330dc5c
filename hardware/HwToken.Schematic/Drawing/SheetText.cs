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
