using System.Diagnostics;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Profiles;

public sealed class IniFileTests : IDisposable
{
    private const string Tricky = """
        # a comment
        ; another
        [default]
        region=eu-west-1

        [profile prod]
        region =  eu-central-1
        Role_ARN	=	arn:aws:iam::123456789012:role/admin
        external_id = a=b=c
        source_profile = me # not a comment
        s3 =
            region = nested
            max_concurrent_requests = 20
        duration_seconds = 3600
          [profile indented]
        region = indented
        [profile  two  blanks]
        region = blanks
        [profile Prod]
        region = another
        [plain]
        region = no-profile
        [sso-session corp]
        sso_region = us-east-1
        """;

    // What Python's configparser takes, and people write.
    private const string Loose = """
          # The first line is indented, and so are the next.
          [default]
          region: eu-west-1
          [profile "foo"] # a comment
          region : a=b
          output=x:y
          credential_process = one
              two
          [profile	tab]
          region = tab
          [DEFAULT]
          cli_pager = less
        [profile 'quoted']trailing
        region = quoted
        [profile "my team"]
        Region=blank
        """;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string> Values => new()
    {
        { "default", "region", "eu-west-1" },
        { "prod", "region", "eu-central-1" },
        { "prod", "role_arn", "arn:aws:iam::123456789012:role/admin" },
        { "prod", "external_id", "a=b=c" },
        { "prod", "source_profile", "me # not a comment" },
        { "prod", "duration_seconds", "3600" },
        { "Prod", "region", "another" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Find_TrickyFile_GivesTheKey(string profile, string key, string expected)
    {
        foreach (string newLine in (string[])["\n", "\r\n"])
        {
            IniFile file = Config(Tricky.ReplaceLineEndings(newLine));
            Assert.Equal(expected, file.Find(profile)![key]);
        }
    }

    // The values that readers could differ on, by the AWS CLI's own reader: where it changes its mind, so must we.
    [TheoryNeeding("aws")]
    [InlineData("prod", "external_id", "a=b=c")]
    [InlineData("prod", "source_profile", "me # not a comment")]
    [InlineData("Prod", "region", "another")]
    public void Find_TrickyFile_AgreesWithTheAwsCli(string profile, string key, string expected)
    {
        // To botocore the indented section belongs to the key above it; other readers, and this one, take it.
        AgreesWithTheAwsCli(
            Tricky.Replace("  [profile indented]", "[profile indented]", StringComparison.Ordinal), profile, key, expected);
    }

    [TheoryNeeding("aws")]
    [InlineData("default", "region", "eu-west-1")]
    [InlineData("foo", "region", "a=b")]
    [InlineData("foo", "output", "x:y")]
    [InlineData("foo", "credential_process", "one\ntwo")]
    [InlineData("tab", "region", "tab")]
    [InlineData("tab", "cli_pager", "less")]
    [InlineData("quoted", "region", "quoted")]
    [InlineData("my team", "region", "blank")]
    public void Find_LooseFile_AgreesWithTheAwsCli(string profile, string key, string expected) =>
        AgreesWithTheAwsCli(Loose, profile, key, expected);

    private void AgreesWithTheAwsCli(string text, string profile, string key, string expected)
    {
        string path = Write(text);
        var start = new ProcessStartInfo(ExternalTool.Find("aws")!, ["configure", "get", key, "--profile", profile])
        {
            RedirectStandardOutput = true,
            Environment = { ["AWS_CONFIG_FILE"] = path, ["AWS_SHARED_CREDENTIALS_FILE"] = _folder["none"] },
        };
        using Process aws = Process.Start(start)!;
        Assert.Equal(expected, aws.StandardOutput.ReadToEnd().Trim());
        Assert.Equal(expected, new IniFile(path, isConfig: true).Find(profile)![key]);
    }

    [Fact]
    public void Find_NestedKey_IsNotTheProfiles() =>
        Assert.False(Config(Tricky).Find("prod")!.ContainsKey("max_concurrent_requests"));

    [Theory]
    [InlineData("plain")]
    [InlineData("corp")]
    [InlineData("PROD")]
    [InlineData("none")]
    public void Find_NoSuchProfileInConfig_IsNull(string profile) => Assert.Null(Config(Tricky).Find(profile));

    [Fact]
    public void Find_CredentialsFile_NeedsNoMarker() =>
        Assert.Equal("no-profile", new IniFile(Write(Tricky), isConfig: false).Find("plain")!["region"]);

    [Theory]
    [InlineData("'my team'", "my team")]
    [InlineData("\"my team\"", "my team")]
    [InlineData("\"foo\"", "foo")]
    [InlineData("'foo'", "foo")]
    public void Find_QuotedName_IsFoundWithoutQuotes(string written, string name)
    {
        IniFile file = Config($"[profile {written}]\nregion = eu-west-1\n");
        Assert.Equal("eu-west-1", file.Find(name)!["region"]);
        Assert.Equal([name], file.ProfileNames);
    }

    [Fact]
    public void Find_ByteOrderMark_IsNoPartOfTheFirstSection()
    {
        string path = _folder["config"];
        File.WriteAllText(path, "[default]\nregion = eu-west-1\n", new System.Text.UTF8Encoding(true));
        Assert.Equal("eu-west-1", new IniFile(path, isConfig: true).Find("default")!["region"]);
    }

    [Fact]
    public void Find_DefaultWithAndWithoutMarker_PrefersTheMarker() =>
        Assert.Equal(
            "marked", Config("[default]\nregion = bare\n[profile default]\nregion = marked\n").Find("default")!["region"]);

    [Fact]
    public void Find_KeyTwice_IsRefusedWithTheProfile()
    {
        IniFile file = Config("[profile prod]\nregion = a\nregion = b\n[profile other]\nregion = c\n");
        AwsException e = Failing.With(FailureKind.ConfigUnreadable, () => file.Find("prod"));
        Assert.Equal($"profile prod in {file.Path} has a key twice, on line 3 for the second time", e.Message);
        Assert.Equal("leave one of the two lines", e.Hint);
        Assert.Equal("c", file.Find("other")!["region"]);
    }

    // The AWS CLI refuses the whole file; the SDKs take it.
    [Fact]
    public void Find_SectionTwice_HasTheKeysOfBoth()
    {
        IniFile file = Config("[profile prod]\nregion = a\n[profile other]\n[profile prod]\noutput = b\n");
        Assert.Equal(("a", "b"), (file.Find("prod")!["region"], file.Find("prod")!["output"]));
    }

    [Theory]
    [InlineData("[ profile prod ]\nregion = a\n", "prod")]
    [InlineData("[profile   prod]\nregion = a\n", "prod")]
    [InlineData("[ default ]\nregion = a\n", "default")]
    public void Find_BlanksInsideTheBrackets_AreNoPartOfTheName(string text, string profile) =>
        Assert.Equal("a", Config(text).Find(profile)!["region"]);

    [Theory]
    [InlineData("[profile prod")]
    [InlineData("[]")]
    [InlineData("= value")]
    [InlineData("key")]
    public void Constructor_LineOfNoForm_NamesTheFormsOfTheFile(string line)
    {
        AwsException e = Failing.With(FailureKind.ConfigUnreadable, () => Config($"[default]\n{line}\n"));
        Assert.Equal($"line 2 of {_folder["file"]} is neither a section nor a key nor a comment", e.Message);
        Assert.Equal("write [profile name], key = value, or # in front of a comment on a line of its own", e.Hint);
    }

    [Fact]
    public void Constructor_KeyAboveAllSections_IsRefusedByItsNumber()
    {
        string path = Write("# keys\nregion = a\n");
        AwsException e = Failing.With(FailureKind.ConfigUnreadable, () => Read(path));
        Assert.Equal($"line 2 of {path} is above the first section", e.Message);
        Assert.Equal("write [name] above it", e.Hint);
    }

    [Fact]
    public void Constructor_LineOfNoForm_IsRefusedByItsNumberAndNotItsText()
    {
        string path = Write("[me]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key wJalrXUtnFEMI\n");
        AwsException e = Failing.With(FailureKind.ConfigUnreadable, () => Read(path));
        Assert.Contains($"line 3 of {path}", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wJalrXUtnFEMI", e.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_FileThatAnotherKeepsToItself_IsRefusedByItsPath()
    {
        string path = Write("[me]\n");
        using FileStream other = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.Contains(
            path, Failing.With(FailureKind.ConfigUnreadable, () => Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Constructor_NoFile_IsEmpty()
    {
        var file = new IniFile(_folder["none"], isConfig: true);
        Assert.Null(file.Find("default"));
        Assert.Empty(file.ProfileNames);
    }

    [Fact]
    public void ProfileNames_Config_AreTheMarkedOnesAndDefault() =>
        Assert.Equal(
            ["Prod", "default", "indented", "prod", "two  blanks"], Config(Tricky).ProfileNames.Order(StringComparer.Ordinal));

    [Fact]
    public void FindServiceKey_ServicesSection_GivesTheServicesOwn()
    {
        IniFile file = Config(
            "[services \"dev\"] # mine\nsts:\n  # nested\n\n  endpoint_url = http://127.0.0.1:1\niam =\n  endpoint_url = x\nec2 = x\n");
        Assert.Equal("http://127.0.0.1:1", file.FindServiceKey("dev", "sts", "endpoint_url"));
        Assert.Null(file.FindServiceKey("dev", "s3", "endpoint_url"));
        Assert.Null(file.FindServiceKey("dev", "ec2", "endpoint_url"));
        Assert.Null(file.FindServiceKey("none", "sts", "endpoint_url"));
    }

    public void Dispose() => _folder.Dispose();

    private static IniFile Read(string path) => new(path, isConfig: false);

    private IniFile Config(string text) => new(Write(text), isConfig: true);

    private string Write(string text)
    {
        string path = _folder["file"];
        File.WriteAllText(path, text);
        return path;
    }
}
