using System.Text.RegularExpressions;
using System.Xml.Linq;
using HwToken.Virtual.Chips;

namespace HwToken.Virtual.Tests.Chips;

public class PanelSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Render_Picture_DrawsEveryLitPixelOnce()
    {
        var panel = new SimulatedPanel();
        panel.SetPower(true);
        byte[] columns = new byte[128];
        new Random(1).NextBytes(columns);
        for (int page = 0; page < 8; page++)
        {
            panel.WritePage(page, 0, columns, 0, 128);
        }

        PanelPicture picture = panel.Snapshot();
        XElement svg = XElement.Parse(PanelSvg.Render(picture, "a code"));

        string path = svg.Element(Svg + "path")!.Attribute("d")!.Value;
        List<(int X, int Y)> drawn = [];
        foreach (Match run in Regex.Matches(path, @"M(\d+) (\d+)h(\d+)v1h-(\d+)z"))
        {
            int[] n = [.. run.Groups.Values.Skip(1).Select(group => int.Parse(group.Value, null))];
            Assert.Equal(n[2], n[3]);
            drawn.AddRange(Enumerable.Range(n[0] - 6, n[2]).Select(x => (x, n[1] - 6)));
        }

        IEnumerable<(int X, int Y)> lit =
            from y in Enumerable.Range(0, 64) from x in Enumerable.Range(0, 128) where picture.IsLit(x, y) select (x, y);
        Assert.Equal(lit, drawn);
    }

    [Fact]
    public void Render_Title_IsEscaped()
    {
        XElement svg = XElement.Parse(PanelSvg.Render(new SimulatedPanel().Snapshot(), "<a & b>"));

        Assert.Equal("<a & b>", svg.Element(Svg + "title")!.Value);
    }

    [Fact]
    public void Render_PixelSize_ScalesTheDrawing()
    {
        XElement svg = XElement.Parse(PanelSvg.Render(new SimulatedPanel().Snapshot(), "dark", pixelSize: 3));

        Assert.Equal(("420", "228"), (svg.Attribute("width")!.Value, svg.Attribute("height")!.Value));
        Assert.Equal("0 0 140 76", svg.Attribute("viewBox")!.Value);
    }
}
