using HwToken.Enclosure.Fit;
using HwToken.Enclosure.Mesh;

namespace HwToken.Enclosure.Tests.Fit;

public class LayoutTests
{
    [Fact]
    public void Parse_Module_HasItsBoxAndClearance()
    {
        Layout layout = Layout.Parse(
            ["""ECHO: "module", "chip", "room", [1, 2, 3], [4, 5, 0.5], 0.25, "pcb", "-x" """]);

        Assert.Equal(
            new PlacedModule("chip", "room", new Box(new(1, 2, 3), new(5, 7, 3.5)), 0.25, "pcb", "-x"),
            Assert.Single(layout.Modules));
    }

    [Fact]
    public void Parse_BoxesAndNumbers_AreFoundByName()
    {
        Layout layout = Layout.Parse(
            ["""ECHO: "box", "seal", "lid", [0, 0, 0], [1, 1, 1]""", """ECHO: "number", "n", 2.5""", ""]);

        Assert.Equal(new Vector(1, 1, 1), layout.BoxOf("seal", "lid").Size);
        Assert.True(layout.HasBoxes("seal"));
        Assert.Equal(2.5, layout.Number("n"));
    }

    [Theory]
    [InlineData("""ECHO: "number", "n", undef""")]
    [InlineData("""ECHO: "number", "n", nan""")]
    [InlineData("""ECHO: "number", "n" """)]
    [InlineData("""ECHO: "box", "kind", "name", [0, 0], [1, 1, 1]""")]
    [InlineData("""ECHO: "module", "chip", "room", [1, 2, 3], [4, 5, undef], 0, "", "" """)]
    [InlineData("""ECHO: "other", 1""")]
    [InlineData("""ECHO: 1""")]
    [InlineData("""ECHO: """)]
    [InlineData("odd")]
    public void Parse_AnythingElse_ShowsTheLine(string line)
    {
        var error = Assert.Throws<InvalidDataException>(() => Layout.Parse([line]));

        Assert.Equal($"not understood from OpenSCAD: {line}", error.Message);
    }

    [Fact]
    public void Find_WhatIsNotReported_IsNamed()
    {
        Layout layout = Layout.Parse([]);

        Assert.Equal(
            "the drawing reports no seal lid",
            Assert.Throws<InvalidDataException>(() => layout.BoxOf("seal", "lid")).Message);
        Assert.Equal("the drawing reports no n", Assert.Throws<InvalidDataException>(() => layout.Number("n")).Message);
    }
}
