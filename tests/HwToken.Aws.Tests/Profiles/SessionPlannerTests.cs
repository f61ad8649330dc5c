using HwToken.Aws.Model;
using HwToken.Aws.Network;
using HwToken.Aws.Profiles;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Profiles;

public sealed class SessionPlannerTests : IDisposable
{
    private const string Serial = "arn:aws:iam::123456789012:mfa/alice";
    private const string Role = "arn:aws:iam::123456789012:role/team/admin";

    private readonly TestHome _home = new();

    public SessionPlannerTests()
    {
        _home.Config = $"""
            [default]
            source_profile = me
            [profile prod]
            role_arn = {Role}
            source_profile = me
            external_id = ext
            [profile dev]
            source_profile = me
            region = eu-north-1
            duration_seconds = 7200
            mfa_serial = arn:aws:iam::123456789012:mfa/other
            """;
        _home.Credentials = $"[me]\naws_access_key_id = AKIAME\naws_secret_access_key = hidden\nmfa_serial = {Serial}\n";
    }

    [Fact]
    public void Plan_ProfileWithoutRole_IsAUsersSession()
    {
        SessionPlan plan = Plan(new() { Profile = "default" });
        var expected = new SessionKey
        {
            AccessKeyId = "AKIAME", MfaSerial = Serial, DurationSeconds = 43_200, Region = "us-east-1",
        };
        Assert.Equal(expected, plan.Key);
        Assert.Equal(("default", null, "hidden"), (plan.Name, plan.Region, plan.LongTermKey.SecretAccessKey));
    }

    [Fact]
    public void Plan_ProfileWithRole_IsTheRolesSession()
    {
        var expected = new SessionKey
        {
            AccessKeyId = "AKIAME",
            MfaSerial = Serial,
            RoleArn = Role,
            RoleSessionName = TestHome.User,
            ExternalId = "ext",
            DurationSeconds = 3_600,
            Region = "us-east-1",
        };
        Assert.Equal(expected, Plan(new() { Profile = "prod" }).Key);
    }

    [Fact]
    public void Plan_ProfilesOwnKeys_WinOverItsSources()
    {
        SessionPlan plan = Plan(new() { Profile = "dev" });
        Assert.Equal(
            ("arn:aws:iam::123456789012:mfa/other", 7_200, "eu-north-1", "eu-north-1"),
            (plan.Key.MfaSerial, plan.Key.DurationSeconds, plan.Key.Region, plan.Region));
    }

    [Fact]
    public void Plan_Overrides_WinOverEverything()
    {
        _home.Variables["AWS_REGION"] = "ap-south-1";
        _home.Variables["AWS_ENDPOINT_URL_STS"] = "https://sts.example.com";
        SessionPlan plan = Plan(new()
        {
            Profile = "dev",
            MfaSerial = Serial,
            RoleArn = Role,
            Duration = TimeSpan.FromHours(12),
            Region = "eu-central-1",
            EndpointUrl = "http://127.0.0.1:4566",
        });
        Assert.Equal(
            (Serial, Role, 43_200, "eu-central-1", "http://127.0.0.1:4566/"),
            (plan.Key.MfaSerial, plan.Key.RoleArn, plan.Key.DurationSeconds, plan.Key.Region, plan.Key.Endpoint));
    }

    [Fact]
    public void Plan_NoProfileNamed_TakesTheEnvironmentsThenTheDefault()
    {
        Assert.Equal("default", Plan(new()).Name);
        _home.Variables["AWS_DEFAULT_PROFILE"] = "prod";
        Assert.Equal("prod", Plan(new()).Name);
        _home.Variables["AWS_PROFILE"] = "dev";
        Assert.Equal("dev", Plan(new()).Name);
    }

    [Fact]
    public void Plan_SourceProfileAlone_IgnoresTheEnvironmentsProfile()
    {
        _home.Variables["AWS_PROFILE"] = "prod";
        SessionPlan plan = Plan(new() { SourceProfile = "me" });
        Assert.Equal(("me", null), (plan.Name, plan.Key.RoleArn));
        Assert.Equal("admin", Plan(new() { SourceProfile = "me", RoleArn = Role }).Name);
    }

    [Theory]
    [InlineData("AWS_REGION", "eu-west-1")]
    [InlineData("AWS_DEFAULT_REGION", "eu-west-2")]
    public void Plan_RegionOfTheEnvironment_WinsOverTheProfiles(string variable, string region)
    {
        _home.Variables["AWS_DEFAULT_REGION"] = "eu-west-2";
        _home.Variables[variable] = region;
        Assert.Equal((region, region), (Plan(new() { Profile = "dev" }).Key.Region, Plan(new() { Profile = "dev" }).Region));
    }

    [Theory]
    [InlineData("aws-cn", "cn-north-1")]
    [InlineData("aws-us-gov", "us-gov-west-1")]
    public void Plan_NoRegion_IsThePartitionsDefault(string partition, string region)
    {
        SessionPlan plan = Plan(new() { MfaSerial = $"arn:{partition}:iam::123456789012:mfa/alice" });
        Assert.Equal((region, null), (plan.Key.Region, plan.Region));
    }

    [Fact]
    public void Plan_Endpoints_PreferTheServicesOwn()
    {
        _home.Variables["AWS_ENDPOINT_URL"] = "https://all.example.com";
        Assert.Equal("https://all.example.com/", Plan(new()).Key.Endpoint);
        _home.Variables["AWS_ENDPOINT_URL_STS"] = "https://sts.example.com";
        Assert.Equal("https://sts.example.com/", Plan(new()).Key.Endpoint);
    }

    /// <summary>A credential_process line that names the profile it is in.</summary>
    [Fact]
    public void Plan_ProfileAndItsSourceOnTheLine_TakesWhatTheProfileSays()
    {
        _home.Config = "[profile work]\nregion = eu-west-3\nduration_seconds = 900\nca_bundle = /ca.pem\ncredential_process = x\n";
        SessionPlan plan = Plan(new() { Profile = "work", SourceProfile = "me" });
        Assert.Equal(
            ("work", "AKIAME", "eu-west-3", 900, "/ca.pem"),
            (plan.Name, plan.Key.AccessKeyId, plan.Key.Region, plan.Key.DurationSeconds, plan.CaBundle?.Path));
    }

    /// <summary>AWS_CA_BUNDLE goes before every profile, as in the AWS CLI; of the profiles, the one that is asked for.</summary>
    [Fact]
    public void Plan_CaBundle_IsTheEnvironmentsOrTheFirstProfiles()
    {
        SessionRequest line = new() { CallersProfile = "work", SourceProfile = "me" };
        _home.Config = "[profile work]\n[profile prod]\nsource_profile = me\n";
        Assert.Null(Plan(line).CaBundle);
        _home.Config = "[profile work]\n[profile prod]\nsource_profile = me\n[profile me]\nca_bundle = ~/me.pem\n";
        Assert.Equal(new CaBundle(Path.Combine(_home.Path, "me.pem"), "ca_bundle of profile me"), Plan(line).CaBundle);
        Assert.Equal("ca_bundle of profile me", Plan(new() { Profile = "prod" }).CaBundle?.NamedBy);
        _home.Config = "[profile work]\nca_bundle = /work.pem\n[profile me]\nca_bundle = ~/me.pem\n";
        Assert.Equal(new CaBundle("/work.pem", "ca_bundle of profile work"), Plan(line).CaBundle);
        _home.Variables["AWS_CA_BUNDLE"] = "~/ca.pem";
        Assert.Equal(new CaBundle(Path.Combine(_home.Path, "ca.pem"), "AWS_CA_BUNDLE"), Plan(line).CaBundle);
    }

    [Fact]
    public void Plan_KeysUnderTheProcessesProfile_AreRefusedWithTheFile()
    {
        _home.Config = "[profile me]\ncredential_process = /usr/bin/hwtoken credential-process me\n";
        AwsException e = Failing.With(FailureKind.KeysBesideProcess, () => Plan(new() { Profile = "me" }));
        Assert.Contains("profile me", e.Message, StringComparison.Ordinal);
        Assert.Contains(_home.CredentialsPath, e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_KeysUnderTheSourceProfile_AreFineBesideItsProcess()
    {
        _home.Config = $"[profile me]\ncredential_process = other\n[profile prod]\nsource_profile = me\n";
        Assert.Equal("AKIAME", Plan(new() { Profile = "prod" }).Key.AccessKeyId);
    }

    [Fact]
    public void Plan_NoMfaSerial_NamesTheProfilesThatCouldHaveIt()
    {
        _home.Credentials = "[me]\naws_access_key_id = AKIAME\naws_secret_access_key = hidden\n";
        AwsException e = Failing.With(FailureKind.MfaSerialMissing, () => Plan(new() { Profile = "prod" }));
        Assert.Contains("profile prod or profile me", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_SettingsThatStsRefuses_AreFoundBeforeAPress()
    {
        Failing.With(FailureKind.MalformedArn, () => Plan(new() { MfaSerial = "alice" }));
        Failing.With(FailureKind.MalformedArn, () => Plan(new() { RoleArn = "admin" }));
        Failing.With(FailureKind.MalformedRegion, () => Plan(new() { Region = "evil.example.com/" }));
        Failing.With(FailureKind.MalformedEndpoint, () => Plan(new() { EndpointUrl = "sts" }));
        Failing.With(FailureKind.DurationOutOfRange, () => Plan(new() { Profile = "prod", Duration = TimeSpan.FromHours(13) }));
    }

    [Fact]
    public void ToString_Plan_HasNoSecret() =>
        Assert.DoesNotContain("hidden", Plan(new()).ToString(), StringComparison.Ordinal);

    public void Dispose() => _home.Dispose();

    private SessionPlan Plan(SessionRequest request) =>
        new SessionPlanner(_home.Environment, new ProfileFiles(_home.Environment)).Plan(request);
}
