namespace HwToken.Base.Tests;

public class NearNamesTests
{
    [Theory]
    [InlineData("alcie", "alice")] // swapped
    [InlineData("alce", "alice")] // left out
    [InlineData("aliice", "alice")] // doubled
    [InlineData("alise", "alice")] // another letter
    [InlineData("ALICE", "alice")]
    [InlineData("ali", "alice")]
    [InlineData("alice-old", "alice")]
    [InlineData("b", "bo")]
    [InlineData("prdo", "prod")] // a swap is one error
    [InlineData("admin", "prod-admin")]
    public void Of_ASlipAway_IsOffered(string typed, string name) => Assert.Equal([name], NearNames.Of(typed, [name]));

    [Theory]
    [InlineData("alice", "bob")]
    [InlineData("al", "alice")] // too short to say anything
    [InlineData("ab", "xy")]
    [InlineData("", "alice")]
    public void Of_NothingInCommon_IsNotOffered(string typed, string name) => Assert.Empty(NearNames.Of(typed, [name]));

    [Fact]
    public void Of_SeveralNear_OffersThreeTheNearestFirst() => Assert.Equal(
        ["alice", "alic", "alicee"], NearNames.Of("alice", ["bob", "alixx", "alicee", "alic", "alice", "malice"]));

    [Fact]
    public void Of_LongNames_AreComparedByTheirLastPartsToo() => Assert.Equal(
        ["x/alice"], NearNames.Of("y/z/alcie", ["x/alice", "x/bob"], n => n[(n.LastIndexOf('/') + 1)..]));
}
