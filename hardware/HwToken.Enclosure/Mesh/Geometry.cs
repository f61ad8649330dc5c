// Points and boxes in millimetres.

namespace HwToken.Enclosure.Mesh;

/// <summary>A place or a size, in mm.</summary>
public readonly record struct Vector(double X, double Y, double Z)
{
    public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public double Dot(Vector other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    public Vector Cross(Vector other) => new(
        (Y * other.Z) - (Z * other.Y), (Z * other.X) - (X * other.Z), (X * other.Y) - (Y * other.X));
}

/// <summary>A box along the axes, in mm.</summary>
public readonly record struct Box(Vector Low, Vector High)
{
    /// <summary>Far below what a printer can do, far above what sums of decimal fractions are off by.</summary>
    public const double Tolerance = 1e-6;

    public Vector Size => High - Low;

    public Vector Center => new((Low.X + High.X) / 2, (Low.Y + High.Y) / 2, (Low.Z + High.Z) / 2);

    public static Box At(Vector low, Vector size) => new(low, low + size);

    public static Box Around(IEnumerable<Vector> points)
    {
        Vector[] all = [.. points];
        return new Box(
            new(all.Min(p => p.X), all.Min(p => p.Y), all.Min(p => p.Z)),
            new(all.Max(p => p.X), all.Max(p => p.Y), all.Max(p => p.Z)));
    }

    /// <summary>
    /// How far two boxes are apart along the axis that parts them most; negative: they overlap, and one must move
    /// at least this far.
    /// </summary>
    public double GapTo(Box other) => Math.Max(
        Gap(Low.X, High.X, other.Low.X, other.High.X),
        Math.Max(Gap(Low.Y, High.Y, other.Low.Y, other.High.Y), Gap(Low.Z, High.Z, other.Low.Z, other.High.Z)));

    /// <summary>As <see cref="GapTo"/>, seen along z.</summary>
    public double PlanGapTo(Box other) => Math.Max(
        Gap(Low.X, High.X, other.Low.X, other.High.X), Gap(Low.Y, High.Y, other.Low.Y, other.High.Y));

    /// <summary>The least room around a box inside this one, seen along z; negative: it sticks out.</summary>
    public double PlanMarginTo(Box inner) => Math.Min(
        Math.Min(inner.Low.X - Low.X, High.X - inner.High.X), Math.Min(inner.Low.Y - Low.Y, High.Y - inner.High.Y));

    private static double Gap(double low, double high, double otherLow, double otherHigh) =>
        Math.Max(otherLow - high, low - otherHigh);
}
