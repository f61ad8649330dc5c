using System.Xml.Linq;
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

        Assert.True(page == PowerPage.Fill(page, new Report(Tables.Model).Sections), "hardware/power.md is " + Cure);
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

    [Fact]
    public void Page_EveryPlace_BelongsToASection()
    {
        int places = File.ReadAllText(Tables.Hardware.Page).Split("<!-- computed: ").Length - 1;

        Assert.Equal(new Report(Tables.Model).Sections.Count, places);
    }

    [Fact]
    public void Fill_Place_ReplacesWhatStoodThere()
    {
        string filled = PowerPage.Fill("a\n<!-- computed: k -->\nold\n<!-- end -->\nb\n", [Section("k")]);

        Assert.Equal("a\n<!-- computed: k -->\n\n| h |\n| --- |\n\nnote\n\n<!-- end -->\nb\n", filled);
        Assert.Equal(filled, PowerPage.Fill(filled, [Section("k")]));
    }

    [Theory]
    [InlineData("no place")]
    [InlineData("<!-- computed: k --> no end")]
    public void Fill_NoPlace_NamesIt(string page) => Assert.Contains(
        "<!-- computed: k -->",
        Assert.Throws<InvalidDataException>(() => PowerPage.Fill(page, [Section("k")])).Message,
        StringComparison.Ordinal);

    private static Section Section(string key) => new(key, "title", new Table("h"), "note");
}
