namespace HwToken.Schematic.Drawing;

/// <summary>A rectangle, pixels.</summary>
public readonly record struct Box(double Left, double Top, double Right, double Bottom)
{
    public bool Overlaps(Box other) =>
        Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public bool Contains(Box other) =>
        Left <= other.Left && other.Right <= Right && Top <= other.Top && other.Bottom <= Bottom;

    /// <summary>The ground symbol below a point.</summary>
    public static Box OfGround(Point at)
    {
        const double half = 8;
        const double height = 14;
        double x = at.X * Grid.Pixels;
        double y = at.Y * Grid.Pixels;
        return new Box(x - half, y, x + half, y + height);
    }

    /// <summary>A piece of wire as thick as it is drawn.</summary>
    public static Box Of(Segment segment)
    {
        const double half = 0.8;
        return new Box(
            (Math.Min(segment.A.X, segment.B.X) * Grid.Pixels) - half,
            (Math.Min(segment.A.Y, segment.B.Y) * Grid.Pixels) - half,
            (Math.Max(segment.A.X, segment.B.X) * Grid.Pixels) + half,
            (Math.Max(segment.A.Y, segment.B.Y) * Grid.Pixels) + half);
    }
}
