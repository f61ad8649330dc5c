namespace HwToken.Aws.Tests;

public class NearNamesTests
{
    private static readonly string[] Names = ["default", "prod", "prod-admin", "staging", "sandbox"];

    [Theory]
    [InlineData("prd", "prod")]
    [InlineData("prdo", "prod")] // a swap is one slip
    [InlineData("PROD", "prod,prod-admin")]
    [InlineData("admin", "prod-admin")]
    [InlineData("stagign", "staging")]
    [InlineData("sanbox", "sandbox")]
    [InlineData("nothing-like-it", "")]
    [InlineData("x", "")]
    public void Of_Typed_OffersWhatIsMeant(string typed, string expected) =>
        Assert.Equal(expected, string.Join(',', NearNames.Of(typed, Names)));

    [Fact]
    public void Of_ManyNear_OffersThree() =>
        Assert.Equal(["team-1", "team-2", "team-3"], NearNames.Of("team", ["team-5", "team-3", "team-2", "team-4", "team-1"]));
}
