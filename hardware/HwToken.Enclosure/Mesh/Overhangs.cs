namespace HwToken.Enclosure.Mesh;

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
