using CsCheck;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Profiles;

public class RoleSessionNameTests
{
    [Theory]
    [InlineData("alice", "alice")]
    [InlineData("alice@example.com", "alice@example.com")]
    [InlineData("Алиса", "-----")]
    [InlineData("al ice/b", "al-ice-b")]
    [InlineData("a", "hwtoken-a")]
    [InlineData("", "hwtoken-")]
    public void FromUserName_AnyName_IsOneThatStsTakes(string user, string expected) =>
        Assert.Equal(expected, RoleSessionName.FromUserName(user));

    [Fact]
    public void FromUserName_Anything_PassesTheCheck() =>
        Gen.String.ForAll(2_000, user =>
        {
            string name = RoleSessionName.FromUserName(user);
            Assert.Matches(@"^[\w+=,.@-]{2,64}$", name);
            Assert.Equal(name, RoleSessionName.Check(name));
        });

    [Theory]
    [InlineData("a")]
    [InlineData("two words")]
    [InlineData("ähnlich")]
    public void Check_OtherCharacters_AreRefused(string name) =>
        Failing.With(FailureKind.MalformedSessionName, () => RoleSessionName.Check(name));

    [Fact]
    public void Check_SixtyFiveCharacters_AreRefused() =>
        Failing.With(FailureKind.MalformedSessionName, () => RoleSessionName.Check(new string('a', 65)));
}
