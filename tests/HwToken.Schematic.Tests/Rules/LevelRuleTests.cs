using HwToken.Schematic.Inputs;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class LevelRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new LevelRule(), build);

    [Theory]
    [InlineData("pocket", "D4.3=NC", "U1.5 (IO5) allows 3.3 V, but BUTTON rises to 4.42 V")]
    [InlineData("pocket", "U1.6=USB_DETECT", "U1.6 (IO6) allows 3.3 V, but USB_DETECT rises to 3.58 V")]
    public void Check_Miswired_IsFound(string build, string changes, string finding) =>
        Repo.AssertFinds(new LevelRule(), Repo.Rewired(build, changes), finding);

    [Theory]
    [InlineData("R17", "100 kohm", "U1.5 (IO5) is high from 2.51 V, but BUTTON is 1.64 V")]
    [InlineData("R6", "330 kohm", "U1.6 (IO6) is high from 2.51 V, but USB_SENSE is 2.2 V")]
    [InlineData("R7", "1 Mohm", "U1.6 (IO6) allows 3.3 V, but USB_SENSE rises to 4.3 V")]
    [InlineData("R23", "330 kohm", "U6.4 (PR1) allows 1.08 to 5.5 V, but USB_PRIORITY is 0.93 to 1.22 V")]
    [InlineData("R21", "10 kohm", "U5.8 (VBUS) allows 2.7 to 5.8 V, but USB_DETECT is 1.37 to 1.64 V")]
    public void Check_OtherDivider_IsFound(string line, string value, string finding) =>
        Repo.AssertFinds(new LevelRule(), Repo.Revalued(Build.Pocket, line, value), finding);

    [Fact]
    public void LevelsOf_TheButton_AreVsysThroughTheClosedSwitch()
    {
        Interval level = Assert.Single(LevelRule.LevelsOf(Repo.Design(Build.Pocket), "BUTTON"));

        Assert.Equal(3.28 * 100 / 122.1, level.Least, 9);
        Assert.Equal(5.4 * 100 / 122.1, level.Most, 9);
    }
}
