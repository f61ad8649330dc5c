using System.Xml.Linq;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Output;

namespace HwToken.Schematic.Tests.Output;

public class DrawingsTests
{
    private const string Cure = "stale: run `dotnet run --project hardware/HwToken.Schematic -- --write`";

    public static TheoryData<string> Names =>
        [.. Build.Names.SelectMany(build => Drawings.Of(Repo.Sheet(build))).Select(drawing => drawing.Key)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Drawing_InTheRepository_IsWhatTheTablesGive(string name)
    {
        string drawn = Drawings.Of(Repo.Sheet(name.Split('.')[0]))[name];

        Assert.True(
            File.ReadAllText(Repo.Hardware.PathOf("schematic", name)) == drawn,
            $"hardware/schematic/{name} is " + Cure);
    }

    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Drawing_Svg_IsXmlWithEveryReference(string build)
    {
        XElement svg = XDocument.Parse(SvgSheet.Draw(Repo.Sheet(build))).Root!;
        string[] texts = [.. svg.Elements(svg.Name.Namespace + "text").Select(text => text.Value)];

        Assert.NotEmpty(svg.Element(svg.Name.Namespace + "title")!.Value);
        Assert.All(
            Repo.Design(build).Netlist.Components.Where(c => c.IsDrawn), c => Assert.Contains(c.Reference, texts));
    }

    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Drawing_Page_IsShownInTheReadme(string build) => Assert.Contains(
        $"](schematic/{build}.svg)", File.ReadAllText(Repo.Hardware.PathOf("README.md")), StringComparison.Ordinal);
}
