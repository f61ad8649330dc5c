using HwToken.PowerBudget.Model;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Rules;
using Design = HwToken.Schematic.Model.Design;

namespace HwToken.Schematic.Tests.Rules;

public class HoldUpRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new HoldUpRule(), build);

    [Theory]
    [InlineData("C20.1=NC", "U2.3 (EN) on REG_ON has no capacitor")]
    [InlineData("D4.3=REG_ON", "D4 is a Schottky diode")]
    public void Check_Miswired_IsFound(string changes, string finding) =>
        Repo.AssertFinds(new HoldUpRule(), Repo.Rewired(Build.Pocket, changes), finding);

    [Theory]
    [InlineData("C2", "4.7 uF 10 V X7R", "latch.csv counts on C20 with 10 uF, but it has 4.7 uF 10 V X7R")]
    [InlineData("R1", "100 kohm 1 %", "latch.csv counts on R10 with 1 Mohm, but it has 100 kohm 1 %")]
    [InlineData("R14", "10 kohm 1 %", "latch.csv counts on R22 with 1 kohm, but it has 10 kohm 1 %")]
    public void Check_OtherPart_IsFound(string line, string value, string finding) =>
        Repo.AssertFinds(new HoldUpRule(), Repo.Revalued(Build.Pocket, line, value), finding);

    [Fact]
    public void Check_SlowerStart_IsFound()
    {
        Design design = Repo.Design(Build.Pocket);
        var slow = new StartBudget([new StartStep("boot", StartStep.Hold, "", 100, 1000, 3600, "", "no", "")]);

        Repo.AssertFinds(
            new HoldUpRule(), design with { Start = slow }, "REG_ON holds 3.6 s at worst, less than the start takes");
    }

    [Fact]
    public void Check_LargerResistorInThePress_ChargesTooSlowly()
    {
        Design design = Repo.Design(Build.Pocket);
        LatchFigure[] figures =
        [
            .. design.Latch.Figures.Select(f => f.Key == "charge.resistance" ? f with { Longest = 4.7 } : f),
        ];

        Repo.AssertFinds(
            new HoldUpRule(), design with { Latch = new Latch(figures) }, "REG_ON is charged after 119 ms, a tap is shorter");
    }
}
