using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class PullRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build)
    {
        Repo.AssertHolds(new PullRule(), build);
        Repo.AssertHolds(new InputRule(), build);
    }

    [Theory]
    [InlineData("bench", "R56.1=NC", "M1.J2-5 (IO34) is BATTERY, which the program reads")]
    [InlineData("bench", "R51.1=NC", "M1.J2-8 (IO33) is BUTTON, which the program reads")]
    [InlineData("pocket", "R2.1=NC", "U1.7 (IO7) is BATTERY, which the program reads")]
    [InlineData("pocket", "U1.6=NC", "U1.6 (IO6) is USB_SENSE, which the program reads")]
    public void Input_WithoutLevel_IsFound(string build, string changes, string finding) =>
        Repo.AssertFinds(new InputRule(), Repo.Rewired(build, changes), finding);

    [Theory]
    [InlineData("pocket", "R8.2=NC", "U4.3 (ON) on BATTERY_GATE has neither a pull nor a supply")]
    [InlineData("pocket", "R10.1=NC", "U2.3 (EN) on REG_ON has neither")]
    [InlineData("pocket", "R11.2=NC R23.1=NC", "U6.4 (PR1) on USB_PRIORITY has neither")]
    [InlineData("pocket", "R18.1=NC", "U1.3 (EN) on CHIP_ENABLE has neither")]
    [InlineData("pocket", "U6.5=CELLS", "U6.5 (MODE) must be tied to VIN1, but is on CELLS")]
    public void Check_Miswired_IsFound(string build, string changes, string finding) =>
        Repo.AssertFinds(new PullRule(), Repo.Rewired(build, changes), finding);
}
