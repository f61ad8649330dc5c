// Points, directions, boxes and wire pieces of a drawing, in grid units.

namespace HwToken.Schematic.Drawing;

/// <summary>The drawing's unit: half the pitch of pins, as in KiCad's libraries.</summary>
public static class Grid
{
    public const double Millimetres = 1.27;

    public const double Pixels = 8;
}

public enum Direction
{
    Up,
    Right,
    Down,
    Left,
}

/// <summary>A place in the drawing, grid units from the upper left corner.</summary>
public readonly record struct Point(int X, int Y)
{
    public Point Step(Direction direction, int distance) => direction switch
    {
        Direction.Up => new Point(X, Y - distance),
        Direction.Down => new Point(X, Y + distance),
        Direction.Left => new Point(X - distance, Y),
        _ => new Point(X + distance, Y),
    };

    /// <summary>Turned clockwise about the origin by 0, 90, 180 or 270 degrees.</summary>
    public Point Turn(int degrees) => degrees switch
    {
        90 => new Point(-Y, X),
        180 => new Point(-X, -Y),
        270 => new Point(Y, -X),
        _ => this,
    };

    public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y);

    public override string ToString() => $"{X},{Y}";
}

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

/// <summary>A straight piece of wire, along one axis.</summary>
public readonly record struct Segment(string Net, Point A, Point B)
{
    public bool IsHorizontal => A.Y == B.Y;

    /// <summary>Ends included.</summary>
    public bool Contains(Point p) =>
        p.X >= Math.Min(A.X, B.X) && p.X <= Math.Max(A.X, B.X)
        && p.Y >= Math.Min(A.Y, B.Y) && p.Y <= Math.Max(A.Y, B.Y);

    /// <summary>Whether they have a point in common other than a crossing of their insides.</summary>
    public bool Touches(Segment other)
    {
        if (Contains(other.A) || Contains(other.B))
        {
            return true;
        }

        return other.Contains(A) || other.Contains(B);
    }
}
