using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class RegulatorRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new RegulatorRule(), build);

    [Fact]
    public void LoadOf_ThePocketsRail_IsTheWorstOfRadioDisplayAndClock() =>
        Assert.Equal(340 + 30 + 0.2, RegulatorRule.LoadOf(Repo.Design(Build.Pocket), "3V3"), 9);

    [Theory]
    [InlineData(5.0, 500, 3.267)]
    [InlineData(3.28, 250, 3.161)]
    [InlineData(3.28, 500, 3.042)]
    public void LeastOutput_InputAndLoad_IsAccuracyOrDropout(double input, double milliamps, double expected)
    {
        Regulator regulator = Assert.Single(Repo.Design(Build.Pocket).Regulators);

        Assert.Equal(expected, RegulatorRule.LeastOutput(regulator, input, milliamps), 9);
    }

    [Theory]
    [InlineData("220 uF 6.3 V", "has 242.2 uF")]
    public void Check_OutputCapacitance_IsHeldAgainstTheRange(string value, string finding) =>
        Repo.AssertFinds(new RegulatorRule(), Repo.Revalued(Build.Pocket, "C2", value), finding);

    [Fact]
    public void Check_NoOutputCapacitor_IsFound() => Repo.AssertFinds(
        new RegulatorRule(), Repo.Rewired(Build.Pocket, "C2.1=NC C14.1=NC"),
        "U2.5 (OUT) is stable with 1 to 200 uF, but 3V3 has 0.2 uF");

    [Theory]
    [InlineData("C14.1=NC", "U1.2 (3V3) wants 22 uF beside it, and has 0.1 uF")]
    [InlineData("C4.1=NC C14.1=NC", "U1.2 (3V3) wants 22 uF beside it, and has 0 uF")]
    public void Bulk_MissingAtTheModule_IsFound(string changes, string finding) =>
        Repo.AssertFinds(new BulkRule(), Repo.Rewired(Build.Pocket, changes), finding);

    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Bulk_BothBuilds_Hold(string build) => Repo.AssertHolds(new BulkRule(), build);

    [Fact]
    public void Check_WeakerRegulator_IsFound()
    {
        Design design = Repo.Design(Build.Pocket);
        Regulator weak = design.Regulators[0] with { Milliamps = 100 };

        Repo.AssertFinds(
            new RegulatorRule(), design with { Regulators = [weak] }, "U2 gives 100 mA, and 3V3 takes 370.2 mA");
    }

    [Fact]
    public void Check_LargerDropout_IsFound()
    {
        Design design = Repo.Design(Build.Pocket);
        Regulator poor = design.Regulators[0] with { DropoutVolts = 1.3 };

        Repo.AssertFinds(new RegulatorRule(), design with { Regulators = [poor] }, "U2 makes 2.32 to 3.33 V");
    }
}
