using HwToken.Enclosure.Mesh;

namespace HwToken.Enclosure.Tests.Mesh;

internal static class Solids
{
    /// <summary>A closed box of twelve facets.</summary>
    public static IReadOnlyList<Triangle> Cuboid(Box box)
    {
        Vector a = box.Low;
        Vector b = box.High;
        Vector[] bottom = [new(a.X, a.Y, a.Z), new(b.X, a.Y, a.Z), new(b.X, b.Y, a.Z), new(a.X, b.Y, a.Z)];
        Vector[] top = [.. bottom.Select(corner => corner with { Z = b.Z })];
        return
        [
            .. Quad(bottom[3], bottom[2], bottom[1], bottom[0]),
            .. Quad(top[0], top[1], top[2], top[3]),
            .. Enumerable.Range(0, 4).SelectMany(i => Quad(bottom[i], bottom[(i + 1) % 4], top[(i + 1) % 4], top[i])),
        ];
    }

    private static Triangle[] Quad(Vector a, Vector b, Vector c, Vector d) => [new(a, b, c), new(a, c, d)];
}
