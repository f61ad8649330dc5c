using HwToken.Pages;
using HwToken.Wiring.Inputs;
using HwToken.Wiring.Output;

namespace HwToken.Wiring.Tests.Output;

/// <summary>What is committed is what the tables give.</summary>
public class DrawingsTests
{
    private const string Cure = "stale: run `dotnet run --project hardware/HwToken.Wiring -- --write`";

    private static readonly Drawings Drawn = new(Tables.Hardware);

    public static TheoryData<string> Names => [.. Drawn.Pictures.Keys];

    private static string AssemblyPage => File.ReadAllText(Tables.Hardware.Page);

    [Theory]
    [MemberData(nameof(Names))]
    public void Picture_InTheRepository_IsWhatTheProgramDraws(string name) => Assert.True(
        File.ReadAllText(Tables.Hardware.Picture(name)) == Drawn.Pictures[name], $"hardware/wiring/{name} is {Cure}");

    [Fact]
    public void Pictures_InTheRepository_AreNoOthers() => Assert.Equal(
        Drawn.Pictures.Keys.Order(StringComparer.Ordinal),
        Directory.GetFiles(Tables.Hardware.Pictures).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Names))]
    public void Picture_Page_ShowsIt(string name) =>
        Assert.Contains($"](wiring/{name})", AssemblyPage, StringComparison.Ordinal);

    [Fact]
    public void Page_InTheRepository_HasTheTablesOfTheSteps() =>
        Assert.True(AssemblyPage == Page.Fill(AssemblyPage, Drawn.Tables), "hardware/assembly.md is " + Cure);

    [Fact]
    public void Page_EveryPlace_BelongsToAStep() =>
        Assert.Equal(Drawn.Steps.Count, Page.PlacesIn(AssemblyPage));

    // The order in which the page tells them is the order of the table.
    [Fact]
    public void Page_Steps_StandInTheOrderOfTheTable()
    {
        int[] places =
            [.. Drawn.Steps.Select(s => AssemblyPage.IndexOf($"computed: {s.Name} -->", StringComparison.Ordinal))];

        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public void Table_NotVerified_SaysWhyUnderIt()
    {
        Step step = Drawn.Steps.First(step => step.Measurements.Any(m => m.Verified != "yes"));
        string reason = step.Measurements.First(m => m.Verified != "yes").Verified["no: ".Length..];

        string table = Drawn.Tables.Single(section => section.Key == step.Name).ToMarkdown();

        Assert.Contains(reason, table[table.IndexOf("? not verified.", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }
}
