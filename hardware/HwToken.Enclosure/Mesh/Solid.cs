// A printed part as triangles: whether it is closed, and what prints in the air.

using System.Globalization;

namespace HwToken.Enclosure.Mesh;

/// <summary>A facet; its corners run counterclockwise seen from outside.</summary>
public readonly record struct Triangle(Vector A, Vector B, Vector C)
{
    public IEnumerable<Vector> Corners => [A, B, C];

    /// <summary>Twice the area long, pointing outwards.</summary>
    public Vector Normal => (B - A).Cross(C - A);

    public bool IsDegenerate => A == B || B == C || C == A;
}

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

/// <summary>
/// What a printer would lay into the air. Up to 45 degrees a layer lies on the one below; flatter ceilings must be
/// short bridges. A ceiling counts by the shorter side of the box around it: the way a bridge takes.
/// </summary>
public static class Overhangs
{
    /// <summary>The sine of 45 degrees, and a little for rounded corners.</summary>
    private const double Steepest = 0.72;

    /// <summary>Above this height, in mm, a facet is not on the bed.</summary>
    private const double Bed = 0.01;

    /// <returns>The longest bridge in mm; 0: none.</returns>
    public static double LongestBridge(Solid solid) =>
        Ceilings(solid).Select(ceiling => Math.Min(ceiling.Size.X, ceiling.Size.Y)).DefaultIfEmpty(0).Max();

    private static IEnumerable<Box> Ceilings(Solid solid)
    {
        Triangle[] facets = [.. solid.Triangles.Where(IsCeiling)];
        var group = new Dictionary<Vector, Vector>();
        foreach (Triangle facet in facets)
        {
            Join(group, facet.A, facet.B);
            Join(group, facet.B, facet.C);
        }

        return facets.SelectMany(facet => facet.Corners).GroupBy(corner => Root(group, corner)).Select(Box.Around);
    }

    private static bool IsCeiling(Triangle facet)
    {
        Vector normal = facet.Normal;
        double length = Math.Sqrt(normal.Dot(normal));
        return length > 0 && normal.Z / length < -Steepest && facet.Corners.Max(corner => corner.Z) > Bed;
    }

    private static void Join(Dictionary<Vector, Vector> group, Vector a, Vector b) =>
        group[Root(group, a)] = Root(group, b);

    private static Vector Root(Dictionary<Vector, Vector> group, Vector corner)
    {
        while (group.TryGetValue(corner, out Vector next) && next != corner)
        {
            corner = next;
        }

        return corner;
    }
}

/// <summary>The text form of STL, which OpenSCAD writes.</summary>
public static class StlFile
{
    /// <exception cref="InvalidDataException">The file is not such a file.</exception>
    public static Solid Read(string path) => Parse(Path.GetFileName(path), File.ReadLines(path));

    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidDataException">The file is not such a file.</exception>
    public static Solid Parse(string name, IEnumerable<string> lines)
    {
        var corners = new List<Vector>();
        foreach (string line in lines)
        {
            string[] words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words is ["vertex", ..])
            {
                corners.Add(ToVector(name, words));
            }
        }

        if (corners.Count == 0 || corners.Count % 3 != 0)
        {
            throw new InvalidDataException($"{name} is not a text STL: it has {corners.Count} corners");
        }

        return new Solid([.. corners.Chunk(3).Select(c => new Triangle(c[0], c[1], c[2]))]);
    }

    private static Vector ToVector(string name, string[] words)
    {
        double[] numbers = new double[3];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (words.Length != 4
                || !double.TryParse(words[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])
                || !double.IsFinite(numbers[i]))
            {
                throw new InvalidDataException($"{name} has a corner '{string.Join(' ', words)}'");
            }
        }

        return new Vector(numbers[0], numbers[1], numbers[2]);
    }
}
