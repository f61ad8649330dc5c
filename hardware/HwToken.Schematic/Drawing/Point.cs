namespace HwToken.Schematic.Drawing;

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
