using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Profiles;

public sealed class SourceChainTests : IDisposable
{
    private const string Role = "role_arn = arn:aws:iam::123456789012:role/admin";

    private readonly TestHome _home = new();

    [Fact]
    public void Of_RoleProfile_EndsAtTheSourcesKeys()
    {
        Write(("prod", $"{Role}\nsource_profile = me"), ("me", KeysOf("ME")));
        Assert.Equal("prod me", Chain("prod"));
        Assert.Equal("AKIAME", Key("prod").AccessKeyId);
    }

    [Fact]
    public void Of_RoleProfileWithKeysOfItsOwn_StillUsesTheSources()
    {
        Write(("prod", $"{Role}\nsource_profile = me\n{KeysOf("PROD")}"), ("me", KeysOf("ME")));
        Assert.Equal("AKIAME", Key("prod").AccessKeyId);
    }

    [Theory]
    [InlineData("source_profile = prod\n")]
    [InlineData("")]
    public void Of_RoleProfileThatIsItsOwnSource_UsesItsKeys(string source)
    {
        Write(("prod", $"{Role}\n{source}{KeysOf("PROD")}"));
        Assert.Equal("AKIAPROD", Key("prod").AccessKeyId);
    }

    [Fact]
    public void Of_ProfileWithKeysAndNoRole_UsesItsKeys()
    {
        Write(("me", $"source_profile = other\n{KeysOf("ME")}"), ("other", KeysOf("OTHER")));
        Assert.Equal("me", Chain("me"));
    }

    [Fact]
    public void Of_TwoSteps_FollowsBoth()
    {
        Write(("a", "source_profile = b"), ("b", "source_profile = c"), ("c", KeysOf("C")));
        Assert.Equal("a b c", Chain("a"));
    }

    [Fact]
    public void Of_NamedSource_WinsOverKeysAndSourceProfile()
    {
        Write(("a", $"source_profile = b\n{KeysOf("A")}"), ("b", KeysOf("B")), ("c", KeysOf("C")));
        Assert.Equal("a c", Chain("a", source: "c"));
    }

    [Fact]
    public void Of_NamedSourceAlone_NeedsNoProfile()
    {
        Write(("c", KeysOf("C")));
        Assert.Equal("c", string.Join(' ', SourceChain.Of(null, "c", Files)));
    }

    [Fact]
    public void Of_Loop_IsRefusedWithTheWay()
    {
        Write(("a", "source_profile = b"), ("b", "source_profile = c"), ("c", "source_profile = b"));
        AwsException e = Failing.With(FailureKind.SourceProfileLoop, () => Chain("a"));
        Assert.Contains("a -> b -> c -> b", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_MissingSource_SaysWhoNamesIt()
    {
        Write(("prod", "source_profile = me"), ("mee", KeysOf("ME")));
        AwsException e = Failing.With(FailureKind.ProfileMissing, () => Chain("prod"));
        Assert.Equal("there is no profile me, the source_profile of prod", e.Message);
        Assert.Contains("mee", e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_SourceWithARole_IsRefused()
    {
        Write(("prod", $"{Role}\nsource_profile = jump"), ("jump", $"{Role}\nsource_profile = me"), ("me", KeysOf("ME")));
        Assert.Contains("jump", Failing.With(FailureKind.RoleChain, () => Chain("prod")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("region = eu-west-1", "no long-term keys")]
    [InlineData("source_profile = me", "no long-term keys")]
    [InlineData("aws_access_key_id = AKIA", "no aws_secret_access_key")]
    [InlineData("aws_secret_access_key = hidden", "no aws_access_key_id")]
    public void LongTermKeyOf_NotBothParts_IsRefusedWithTheMissingOne(string keys, string expected)
    {
        Write(("me", keys));
        AwsException e = Failing.With(FailureKind.KeysMissing, () => Key("me"));
        Assert.Contains("profile me", e.Message, StringComparison.Ordinal);
        Assert.Contains(expected, e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", e.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws_access_key_id = ASIAIOSFODNN7EXAMPLE\naws_secret_access_key = s")]
    [InlineData("aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\naws_session_token = t")]
    public void LongTermKeyOf_SessionsKeys_AreRefused(string keys)
    {
        Write(("me", keys));
        Failing.With(FailureKind.SessionKeys, () => Key("me"));
    }

    public void Dispose() => _home.Dispose();

    private ProfileFiles Files => new(_home.Environment);

    private static string KeysOf(string name) =>
        $"aws_access_key_id = AKIA{name}\naws_secret_access_key = secret-of-{name}";

    private void Write(params (string Name, string Keys)[] profiles) =>
        _home.Config = string.Concat(profiles.Select(p => $"[profile {p.Name}]\n{p.Keys}\n"));

    private string Chain(string profile, string? source = null) =>
        string.Join(' ', SourceChain.Of(Files.Get(profile), source, Files));

    private LongTermKey Key(string profile) => SourceChain.LongTermKeyOf(SourceChain.Of(Files.Get(profile), null, Files));
}
