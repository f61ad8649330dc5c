using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;

namespace HwToken.PowerBudget.Tests.Model;

/// <summary>What the repository's own figures must say of the design.</summary>
public class DesignsTests
{
    private static readonly PowerModel Model = Tables.Model;

    public static TheoryData<string> Mistakes => [.. Model.Designs.Mistakes.Select(design => design.Title)];

    [Fact]
    public void Pocket_InTheSafeAtItsWorst_LastsTenYears() =>
        Assert.True(Model.InSafe(Model.Designs.Pocket).Life(Corner.Worst).Years >= PowerModel.SafeYears);

    [Fact]
    public void Pocket_StandbyAtItsWorst_IsBelowWhatTenYearsAfford() =>
        Assert.True(
            Model.Designs.Pocket.StandbyMicroamps(Corner.Worst)
            <= Model.InSafe(Model.Designs.Pocket).AffordableMicroamps(Corner.Worst, PowerModel.SafeYears));

    [Fact]
    public void Clock_OnItsPocketCellAtTheMaximumCurrent_LastsTenYears()
    {
        var budget = new Budget(Model.Designs.Clock, Cell.From(Model.Figures, "cr2450", "CR2450"), null);

        Assert.True(budget.Life(Corner.Worst).Years >= PowerModel.SafeYears);
    }

    [Fact]
    public void DeepSleep_InTheSafeAtItsWorst_DoesNotLastTenYears() =>
        Assert.True(Model.InSafe(Model.Designs.DeepSleep).Life(Corner.Worst).Years < PowerModel.SafeYears);

    [Fact]
    public void Steps_FromBenchToPocket_EachLastLonger()
    {
        double[] years =
            [.. Model.Designs.Steps.Select(design => Model.InSafe(design).Life(Corner.Worst).YearsOfCharge)];

        Assert.Equal(years.Order(), years);
        Assert.Equal(years.Length, years.Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Mistake_InTheSafe_CostsCharge(string title)
    {
        Design mistake = Model.Designs.Mistakes.Single(design => design.Title == title);

        Assert.All(
            [Corner.Best, Corner.Typical, Corner.Worst],
            corner => Assert.True(
                Model.InSafe(mistake).Life(corner).YearsOfCharge
                < Model.InSafe(Model.Designs.Pocket).Life(corner).YearsOfCharge));
    }

    [Fact]
    public void PartName_UnknownReference_NamesFigureAndTables()
    {
        Figure figure = Tables.Microamps(1) with { Reference = "U99" };

        Assert.Contains(
            "U99, which neither bom.csv nor rejected.csv has",
            Assert.Throws<InvalidDataException>(() => Model.PartName(figure)).Message, StringComparison.Ordinal);
    }
}
