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
    public void LoadOf_ThePocketsRail_IsTheWorstOfProcessorDisplayAndClock() =>
        Assert.Equal(107.9 + 30 + 0.2, RegulatorRule.LoadOf(Repo.Design(Build.Pocket), "3V3"), 9);

    [Theory]
    [InlineData(5.0, 200, 3.2505)]
    [InlineData(3.28, 100, 3.145)]
    [InlineData(3.28, 200, 3.01)]
    public void LeastOutput_InputAndLoad_IsAccuracyOrDropout(double input, double milliamps, double expected)
    {
        Regulator regulator = Assert.Single(Repo.Design(Build.Pocket).Regulators);

        Assert.Equal(expected, RegulatorRule.LeastOutput(regulator, input, milliamps), 9);
    }

    [Theory]
    [InlineData("100 nF 10 V", "has 0.3 uF")]
    [InlineData("22 uF 6.3 V", "has 22.2 uF")]
    public void Check_OutputCapacitance_IsHeldAgainstTheRange(string value, string finding) =>
        Repo.AssertFinds(new RegulatorRule(), Repo.Revalued(Build.Pocket, "C2", value), finding);

    [Fact]
    public void Check_WeakerRegulator_IsFound()
    {
        Design design = Repo.Design(Build.Pocket);
        Regulator weak = design.Regulators[0] with { Milliamps = 100 };

        Repo.AssertFinds(
            new RegulatorRule(), design with { Regulators = [weak] }, "U2 gives 100 mA, and 3V3 takes 138.1 mA");
    }

    [Fact]
    public void Check_LargerDropout_IsFound()
    {
        Design design = Repo.Design(Build.Pocket);
        Regulator poor = design.Regulators[0] with { DropoutVolts = 1.3 };

        Repo.AssertFinds(new RegulatorRule(), design with { Regulators = [poor] }, "U2 makes 2.38 to 3.35 V");
    }
}
