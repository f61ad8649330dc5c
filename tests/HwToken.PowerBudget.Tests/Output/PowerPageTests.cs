using System.Xml.Linq;
using HwToken.Pages;
using HwToken.PowerBudget.Output;

namespace HwToken.PowerBudget.Tests.Output;

public class PowerPageTests
{
    private const string Cure = "stale: run `dotnet run --project hardware/HwToken.PowerBudget -- --write`";

    public static TheoryData<string> ChartNames => [.. new Charts(Tables.Model).All.Keys];

    [Fact]
    public void Page_InTheRepository_IsWhatTheProgramPrints()
    {
        string page = File.ReadAllText(Tables.Hardware.Page);

        Assert.True(page == Page.Fill(page, new Report(Tables.Model).Sections), "hardware/power.md is " + Cure);
    }

    [Theory]
    [MemberData(nameof(ChartNames))]
    public void Chart_InTheRepository_IsWhatTheProgramDraws(string name)
    {
        string drawn = new Charts(Tables.Model).All[name];

        Assert.True(File.ReadAllText(Tables.Hardware.Chart(name)) == drawn, $"hardware/{name} is " + Cure);
        Assert.Contains($"]({name})", File.ReadAllText(Tables.Hardware.Page), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(ChartNames))]
    public void Chart_Svg_IsXmlWithATitle(string name)
    {
        XElement svg = XDocument.Parse(new Charts(Tables.Model).All[name]).Root!;

        Assert.NotEmpty(svg.Element(svg.Name.Namespace + "title")!.Value);
    }

    /// <summary>300 pixels stand left of the bars, and a letter takes seven.</summary>
    [Theory]
    [MemberData(nameof(ChartNames))]
    public void Chart_Labels_FitLeftOfTheBars(string name)
    {
        XElement svg = XDocument.Parse(new Charts(Tables.Model).All[name]).Root!;

        Assert.All(
            svg.Descendants(svg.Name.Namespace + "text").Where(text => (string?)text.Attribute("text-anchor") == "end"),
            label => Assert.True(label.Value.Length <= 42, label.Value));
    }

    [Fact]
    public void Page_EveryPlace_BelongsToASection() => Assert.Equal(
        new Report(Tables.Model).Sections.Count, Page.PlacesIn(File.ReadAllText(Tables.Hardware.Page)));
}
