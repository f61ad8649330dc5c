using HwToken.Enclosure.Mesh;

namespace HwToken.Enclosure.Tests.Mesh;

public class OverhangsTests
{
    [Fact]
    public void LongestBridge_BoxOnTheBed_IsNone() =>
        Assert.Equal(0, Overhangs.LongestBridge(new Solid(Solids.Cuboid(Box.At(default, new Vector(9, 9, 9))))));

    [Fact]
    public void LongestBridge_CeilingInTheAir_IsItsShorterSide() => Assert.Equal(
        5, Overhangs.LongestBridge(new Solid(Solids.Cuboid(Box.At(new Vector(0, 0, 1), new Vector(30, 5, 2))))), 9);

    [Fact]
    public void LongestBridge_TwoCeilings_IsNotTheirDistance()
    {
        var left = Box.At(new Vector(0, 0, 1), new Vector(3, 5, 2));
        var right = Box.At(new Vector(50, 40, 1), new Vector(6, 7, 2));

        Assert.Equal(6, Overhangs.LongestBridge(new Solid([.. Solids.Cuboid(left), .. Solids.Cuboid(right)])), 9);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0.9, 4)]
    public void LongestBridge_SlopedCeiling_CountsBelow45Degrees(double rise, double expected)
    {
        // One facet that looks down: 1 outwards, and this much up.
        var facet = new Triangle(new(0, 0, 1), new(0, 20, 1), new(4, 20, 1 + (4 * rise)));

        Assert.Equal(expected, Overhangs.LongestBridge(new Solid([facet])), 9);
    }
}
