using HwToken.Enclosure.Mesh;

namespace HwToken.Enclosure.Tests.Mesh;

public class BoxTests
{
    private static readonly Box Unit = Box.At(default, new Vector(1, 1, 1));

    [Theory]
    [InlineData(3, 0, 0, 2)]
    [InlineData(0, 0, -2, 1)]
    [InlineData(1, 0, 0, 0)]
    [InlineData(3, 5, 0, 4)]
    [InlineData(0.9, 0, 0, -0.1)]
    [InlineData(0, 0, 0, -1)]
    public void GapTo_UnitBoxMoved_IsTheWayAlongTheAxisThatPartsMost(double x, double y, double z, double expected)
    {
        var other = Box.At(new Vector(x, y, z), new Vector(1, 1, 1));

        Assert.Equal(expected, Unit.GapTo(other), 9);
        Assert.Equal(expected, other.GapTo(Unit), 9);
    }

    [Fact]
    public void PlanGapTo_BoxAbove_OverlapsInPlan() =>
        Assert.Equal(-1, Unit.PlanGapTo(Box.At(new Vector(0, 0, 9), new Vector(1, 1, 1))), 9);

    [Theory]
    [InlineData(0.2, 0.3, 0.2)]
    [InlineData(0.5, 0.3, 0)]
    [InlineData(-0.1, 0.3, -0.1)]
    [InlineData(0.2, 0.6, -0.1)]
    public void PlanMarginTo_SmallerBox_IsTheLeastSide(double x, double y, double expected) =>
        Assert.Equal(expected, Unit.PlanMarginTo(Box.At(new Vector(x, y, 7), new Vector(0.5, 0.5, 0.5))), 9);

    [Fact]
    public void Around_Points_TouchesTheOutermost() => Assert.Equal(
        new Box(new Vector(-1, 0, 2), new Vector(4, 5, 3)),
        Box.Around([new(4, 0, 3), new(-1, 5, 2), new(0, 1, 2.5)]));
}
