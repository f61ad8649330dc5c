using HwToken.Enclosure.Mesh;

namespace HwToken.Enclosure.Tests.Mesh;

public class StlFileTests
{
    [Fact]
    public void Parse_OneFacet_HasItsCorners()
    {
        string[] lines =
        [
            "solid OpenSCAD_Model", "  facet normal 0 0 1", "    outer loop",
            "      vertex 0 0 1.5", "      vertex 1e1 0 1.5", "      vertex 0 -2 1.5",
            "    endloop", "  endfacet", "endsolid OpenSCAD_Model",
        ];

        Assert.Equal(
            new Triangle(new(0, 0, 1.5), new(10, 0, 1.5), new(0, -2, 1.5)),
            Assert.Single(StlFile.Parse("t.stl", lines).Triangles));
    }

    [Theory]
    [InlineData("t.stl is not a text STL: it has 0 corners", "solid x")]
    [InlineData("t.stl is not a text STL: it has 2 corners", "vertex 0 0 0", "vertex 0 0 1")]
    [InlineData("t.stl has a corner 'vertex 0 0'", "vertex 0 0")]
    [InlineData("t.stl has a corner 'vertex 0 0 nan'", "vertex 0 0 nan")]
    public void Parse_BrokenFile_SaysWhatIsThere(string message, params string[] lines) =>
        Assert.Equal(message, Assert.Throws<InvalidDataException>(() => StlFile.Parse("t.stl", lines)).Message);
}
