using HwToken.Pages;
using HwToken.PowerBudget.Inputs;

namespace HwToken.PowerBudget.Tests.Inputs;

/// <summary>What must be true of every line of the repository's figures.csv, bom.csv and rejected.csv.</summary>
public class FigureTableDataTests
{
    private static readonly string[] CornerNames = ["best", "typical", "worst"];

    public static TheoryData<string> Keys => [.. Tables.Hardware.ReadFigures().All.Select(figure => figure.Key)];

    public static TheoryData<string> BomFiles => ["bom.csv", "rejected.csv"];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Figure_Source_IsNamed(string key) => Assert.NotEmpty(Find(key).Source);

    [Theory]
    [MemberData(nameof(Keys))]
    public void Figure_Verified_IsYesNoOrCorners(string key)
    {
        Figure figure = Find(key);

        Assert.True(
            figure.Verified is "yes" or "no" || figure.Verified.Split(' ').All(CornerNames.Contains), figure.Verified);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Figure_ReasonIsGiven_ExactlyWhenSomethingIsUnverified(string key)
    {
        Figure figure = Find(key);

        Assert.Equal(figure.Verified == "yes", figure.Reason.Length == 0);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Figure_Part_IsInATable(string key) =>
        Assert.Contains(Find(key).Reference, Tables.Hardware.ReadParts().Select(part => part.Reference));

    [Theory]
    [MemberData(nameof(Keys))]
    public void Figure_Corners_GoFromGoodToBad(string key)
    {
        Figure figure = Find(key);
        bool moreIsBetter = figure.Unit is "mAh" or "years";
        double[] fromSmallToLarge = moreIsBetter
            ? [figure.Worst, figure.Typical, figure.Best]
            : [figure.Best, figure.Typical, figure.Worst];

        Assert.Equal(fromSmallToLarge.Order(), fromSmallToLarge);
        Assert.True(fromSmallToLarge[0] > 0);
    }

    [Fact]
    public void Parts_References_AreUnique()
    {
        IReadOnlyList<Part> parts = Tables.Hardware.ReadParts();

        Assert.Equal(parts.Count, parts.Select(part => part.Reference).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(BomFiles))]
    public void Parts_Verified_IsYesOrNoWithReason(string file) => Assert.All(
        CsvFile.Read(Repository.PathOf("hardware", file)),
        record => Assert.Matches("^(yes|no: .+)$", record["verified"]));

    [Fact]
    public void Parts_Figure_HasASource() => Assert.All(
        CsvFile.Read(Repository.PathOf("hardware", "bom.csv")),
        record => Assert.Equal(record["figure"].Length == 0, record["source"].Length == 0));

    [Fact]
    public void Parts_Quantities_AreWholeNumbers() => Assert.All(
        CsvFile.Read(Repository.PathOf("hardware", "bom.csv")),
        record => Assert.All(
            ["qty_bench", "qty_pocket"], column => Assert.True(double.IsInteger(record.Number(column)))));

    [Fact]
    public void Uses_Seconds_GoFromGoodToBad() => Assert.All(
        Tables.Hardware.ReadUses(),
        use => Assert.True(use.BestSeconds <= use.TypicalSeconds && use.TypicalSeconds <= use.WorstSeconds));

    private static Figure Find(string key) => Tables.Hardware.ReadFigures()[key];
}
