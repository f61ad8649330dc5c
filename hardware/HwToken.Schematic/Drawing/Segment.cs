namespace HwToken.Schematic.Drawing;

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
