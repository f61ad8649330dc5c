using HwToken.Enclosure.Mesh;

namespace HwToken.Enclosure.Tests.Mesh;

public class SolidTests
{
    private static readonly Box Shape = Box.At(new Vector(1, 2, 3), new Vector(4, 5, 6));

    [Fact]
    public void Cuboid_Closed_HasVolumeAndBounds()
    {
        var solid = new Solid(Solids.Cuboid(Shape));

        Assert.Equal(0, solid.OpenEdges);
        Assert.Equal(4 * 5 * 6, solid.Volume, 9);
        Assert.Equal(Shape, solid.Bounds);
    }

    [Fact]
    public void OpenEdges_FacetMissing_AreItsThree() =>
        Assert.Equal(3, new Solid([.. Solids.Cuboid(Shape).Skip(1)]).OpenEdges);

    [Fact]
    public void OpenEdges_FacetTurnedOver_AreItsThree()
    {
        Triangle[] facets = [.. Solids.Cuboid(Shape)];
        facets[0] = new Triangle(facets[0].A, facets[0].C, facets[0].B);

        Assert.Equal(3, new Solid(facets).OpenEdges);
    }

    [Fact]
    public void OpenEdges_TwoBoxesSharingAnEdge_AreNoManifold()
    {
        var beside = Box.At(new Vector(5, 7, 3), new Vector(1, 1, 6));

        Assert.Equal(1, new Solid([.. Solids.Cuboid(Shape), .. Solids.Cuboid(beside)]).OpenEdges);
    }

    [Fact]
    public void Volume_InsideOut_IsNegative() => Assert.Equal(
        -120, new Solid([.. Solids.Cuboid(Shape).Select(t => new Triangle(t.A, t.C, t.B))]).Volume, 9);
}
