using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests.Rules;

public class BudgetRuleTests
{
    [Theory]
    [MemberData(nameof(Repo.Builds), MemberType = typeof(Repo))]
    public void Check_BothBuilds_Hold(string build) => Repo.AssertHolds(new BudgetRule(), build);

    [Theory]
    [InlineData("pocket", "U3.3=VSYS", "U3 is connected to the cells, and the power budget does not count it")]
    [InlineData("pocket", "DS1.VCC=CELLS", "DS1 is connected to the cells")]
    [InlineData("pocket", "C1.1=NC C15.1=NC", "the power budget counts C1, which is not connected to the cells")]
    public void Check_Miswired_IsFound(string build, string changes, string finding) =>
        Repo.AssertFinds(new BudgetRule(), Repo.Rewired(build, changes), finding);
}
