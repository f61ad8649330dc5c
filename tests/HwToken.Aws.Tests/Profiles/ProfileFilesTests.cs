using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Profiles;

public sealed class ProfileFilesTests : IDisposable
{
    private readonly TestHome _home = new();

    [Fact]
    public void Get_InBothFiles_CredentialsWin()
    {
        _home.Config = "[profile me]\nregion = eu-west-1\naws_access_key_id = AKIAOLD\nmfa_serial = serial\n";
        _home.Credentials = "[me]\naws_access_key_id = AKIANEW\naws_secret_access_key = secret\n";
        Profile profile = new ProfileFiles(_home.Environment).Get("me");
        Assert.Equal(
            ("eu-west-1", "AKIANEW", "secret", "serial", _home.CredentialsPath),
            (profile.Region, profile.AccessKeyId, profile.SecretAccessKey, profile.MfaSerial, profile.KeyFile));
    }

    [Fact]
    public void Get_KeysInConfig_NamesThatFile()
    {
        _home.Config = "[profile me]\naws_access_key_id = AKIAOLD\n";
        _home.Credentials = "[me]\nregion = eu-west-1\n";
        Assert.Equal(_home.ConfigPath, new ProfileFiles(_home.Environment).Get("me").KeyFile);
    }

    [Fact]
    public void Get_EmptyValue_CountsAsNone()
    {
        _home.Config = "[profile me]\nrole_arn =\n";
        Assert.Null(new ProfileFiles(_home.Environment).Get("me").RoleArn);
    }

    [Fact]
    public void Paths_Variables_WinOverTheHomeFolder()
    {
        _home.Variables["AWS_CONFIG_FILE"] = "~/other/config";
        _home.Variables["AWS_SHARED_CREDENTIALS_FILE"] = "/elsewhere/credentials";
        var files = new ProfileFiles(_home.Environment);
        Assert.Equal(Path.Combine(_home.Path, "other/config"), files.ConfigPath);
        Assert.Equal("/elsewhere/credentials", files.CredentialsPath);
    }

    [Fact]
    public void Get_Missing_OffersNearNamesOfBothFiles()
    {
        _home.Config = "[profile prod]\nregion = a\n[profile other]\nregion = b\n";
        _home.Credentials = "[pro]\naws_access_key_id = AKIA\n[unlike]\naws_access_key_id = AKIA\n";
        AwsException e = Failing.With(FailureKind.ProfileMissing, () => new ProfileFiles(_home.Environment).Get("prd"));
        Assert.Equal("there is no profile prd", e.Message);
        Assert.Equal("did you mean pro or prod?", e.Hint);
    }

    [Fact]
    public void Get_MissingWithoutNear_NamesTheFiles()
    {
        AwsException e = Failing.With(FailureKind.ProfileMissing, () => new ProfileFiles(_home.Environment).Get("prod"));
        Assert.Contains(_home.ConfigPath, e.Hint, StringComparison.Ordinal);
        Assert.Contains(_home.CredentialsPath, e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Get_SectionWithoutTheWordProfile_SaysWhatIsMissing()
    {
        _home.Config = "[prod]\nregion = a\n";
        AwsException e = Failing.With(FailureKind.ProfileMissing, () => new ProfileFiles(_home.Environment).Get("prod"));
        Assert.Contains("[profile prod]", e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_BothFiles_AreOnceEachInOrder()
    {
        _home.Config = "[default]\nregion = a\n[profile me]\nregion = a\n";
        _home.Credentials = "[me]\naws_access_key_id = AKIA\n[bob]\naws_access_key_id = AKIA\n";
        Assert.Equal(["bob", "default", "me"], new ProfileFiles(_home.Environment).Names);
    }

    [Theory]
    [InlineData("services = dev\nendpoint_url = http://all", "http://sts")]
    [InlineData("services = other\nendpoint_url = http://all", "http://all")]
    [InlineData("endpoint_url = http://all", "http://all")]
    [InlineData("region = a", null)]
    public void StsEndpoint_Profile_PrefersTheServices(string keys, string? expected)
    {
        _home.Config = $"[profile me]\n{keys}\n[services dev]\nsts =\n  endpoint_url = http://sts\n";
        var files = new ProfileFiles(_home.Environment);
        Assert.Equal(expected, files.StsEndpoint(files.Get("me")));
    }

    public void Dispose() => _home.Dispose();
}
