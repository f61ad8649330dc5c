using HwToken.Pages;
using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;
using HwToken.PowerBudget.Output;

namespace HwToken.PowerBudget.Tests.Output;

public class BringUpTests
{
    private static string BringUpPage => File.ReadAllText(Tables.Hardware.BringUpPage);

    [Fact]
    public void Page_InTheRepository_IsWhatTheProgramPrints() => Assert.True(
        BringUpPage == Page.Fill(BringUpPage, [new BringUp(Tables.Model).Currents]),
        "hardware/bring-up.md is stale: run `dotnet run --project hardware/HwToken.PowerBudget -- --write`");

    [Fact]
    public void Page_Places_AreOne() => Assert.Equal(1, Page.PlacesIn(BringUpPage));

    [Fact]
    public void Currents_PocketOff_IsLimitedByWhatTheSafeAffords()
    {
        double affordable = Tables.Model.InSafe(Tables.Model.Designs.Pocket)
            .AffordableMicroamps(Corner.Worst, PowerModel.SafeYears);

        Assert.Contains(
            $"| {Quantity.Number(affordable)} uA ? |", new BringUp(Tables.Model).Currents.ToMarkdown(),
            StringComparison.Ordinal);
    }
}
