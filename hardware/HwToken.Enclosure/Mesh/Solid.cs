namespace HwToken.Enclosure.Mesh;

/// <summary>A body by its facets.</summary>
public sealed class Solid(IReadOnlyList<Triangle> triangles)
{
    public IReadOnlyList<Triangle> Triangles { get; } = [.. triangles.Where(t => !t.IsDegenerate)];

    public Box Bounds => Box.Around(Triangles.SelectMany(t => t.Corners));

    /// <summary>In cubic mm; only of a closed body, negative if its facets look inwards.</summary>
    public double Volume => Triangles.Sum(t => t.A.Dot(t.B.Cross(t.C))) / 6;

    /// <summary>
    /// Edges that are not shared by exactly two facets which run along it in opposite ways. None: it is closed.
    /// </summary>
    public int OpenEdges
    {
        get
        {
            var balance = new Dictionary<(Vector, Vector), (int There, int Back)>();
            foreach (Triangle t in Triangles)
            {
                Count(balance, t.A, t.B);
                Count(balance, t.B, t.C);
                Count(balance, t.C, t.A);
            }

            return balance.Values.Count(edge => edge != (1, 1));
        }
    }

    private static void Count(Dictionary<(Vector, Vector), (int There, int Back)> balance, Vector from, Vector to)
    {
        bool forward = (from.X, from.Y, from.Z).CompareTo((to.X, to.Y, to.Z)) < 0;
        (Vector, Vector) key = forward ? (from, to) : (to, from);
        (int there, int back) = balance.GetValueOrDefault(key);
        balance[key] = forward ? (there + 1, back) : (there, back + 1);
    }
}
