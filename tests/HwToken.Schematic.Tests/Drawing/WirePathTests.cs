using HwToken.Schematic.Drawing;

namespace HwToken.Schematic.Tests.Drawing;

public class WirePathTests
{
    [Theory]
    [InlineData("1,2 5,2", "1,2 5,2")]
    [InlineData("1,2 r4 u2 l1 d3", "1,2 5,2 5,0 4,0 4,3")]
    [InlineData("1,2 h 5,6", "1,2 5,2 5,6")]
    [InlineData("1,2 v 5,6", "1,2 1,6 5,6")]
    [InlineData("U1.3 h 12,22 r2", "10,20 12,20 12,22 14,22")]
    public void Read_Path_IsItsCorners(string path, string corners) =>
        Assert.Equal(corners, string.Join(' ', Read(path)));

    [Theory]
    [InlineData("1,2 5,6", "1,2 to '5,6' at 5,6 is slanted")]
    [InlineData("1,2 U9.1", "'U9.1' is neither a place nor a pin")]
    [InlineData("r3 1,2", "'r3' is neither a place nor a pin")]
    [InlineData("1,2 r-3", "'r-3' is neither")]
    public void Read_Mistake_IsNamed(string path, string message) =>
        Assert.Contains(
            message, Assert.Throws<InvalidDataException>(() => Read(path)).Message, StringComparison.Ordinal);

    [Fact]
    public void ReadPoints_OtherNumber_IsRefused()
    {
        var line = new DrawingLine("drawing line 2", "frame", "title", "1,2");

        Assert.Contains(
            "a frame takes 2 places",
            Assert.Throws<InvalidDataException>(() => WirePath.ReadPoints(line, 2)).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Point> Read(string path) =>
        new WirePath(name => name == "U1.3" ? new Point(10, 20) : null)
            .Read(new DrawingLine("drawing line 2", "wire", "NET", path));
}
