using System.Diagnostics;
using System.Text.Json;
using HwToken.Aws.Formats;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Formats;

public sealed class CredentialPrinterTests : IDisposable
{
    // Debian's, version 2; another one on PATH may be version 1, which cannot export.
    private const string AwsCli = "/usr/bin/aws";

    private const string Plain = "IQoJb3JpZ2luX2VjEHMaDGV1LWNlbnRyYWwtMSJHMEUCIQ+/a==";

    private static readonly SessionCredentials Session = new()
    {
        AccessKeyId = "ASIAIOSFODNN7EXAMPLE",
        SecretAccessKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        SessionToken = Plain,
        Expiration = new DateTimeOffset(2099, 7, 1, 12, 30, 5, TimeSpan.Zero),
        AccountId = "123456789012",
    };

    private readonly TestHome _home = new();

    [Fact]
    public void Print_Process_IsWhatCredentialProcessPrints()
    {
        const string Expected = """
            {
              "Version": 1,
              "AccessKeyId": "ASIAIOSFODNN7EXAMPLE",
              "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
              "SessionToken": "IQoJb3JpZ2luX2VjEHMaDGV1LWNlbnRyYWwtMSJHMEUCIQ+/a==",
              "Expiration": "2099-07-01T12:30:05Z",
              "AccountId": "123456789012"
            }

            """;
        Assert.Equal(Expected, Print(CredentialFormat.Process));
    }

    [Fact]
    public void Print_ProcessWithoutAccount_LeavesItOut()
    {
        string json = CredentialPrinter.Print(CredentialFormat.Process, Session with { AccountId = null }, null, "");
        Assert.False(JsonDocument.Parse(json).RootElement.TryGetProperty("AccountId", out _));
    }

    [Theory]
    [InlineData(CredentialFormat.Env, "export AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE", "export AWS_REGION=eu-west-1")]
    [InlineData(CredentialFormat.EnvNoExport, "AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE", "AWS_REGION=eu-west-1")]
    [InlineData(CredentialFormat.PowerShell, "$Env:AWS_ACCESS_KEY_ID=\"ASIAIOSFODNN7EXAMPLE\"", "$Env:AWS_REGION=\"eu-west-1\"")]
    [InlineData(CredentialFormat.WindowsCmd, "set AWS_ACCESS_KEY_ID=ASIAIOSFODNN7EXAMPLE", "set AWS_REGION=eu-west-1")]
    [InlineData(CredentialFormat.Fish, "set -gx AWS_ACCESS_KEY_ID ASIAIOSFODNN7EXAMPLE", "set -gx AWS_REGION eu-west-1")]
    public void Print_Lines_AreOnePerVariable(CredentialFormat format, string first, string sixth)
    {
        string[] lines = CredentialPrinter.Print(format, Session, "eu-west-1", "").Split('\n');
        Assert.Equal(8, lines.Length);
        Assert.Equal((first, sixth, ""), (lines[0], lines[5], lines[7]));
    }

    // A test of the real client: it gets our process format by credential_process, and prints the others itself.
    [TheoryNeeding(AwsCli)]
    [InlineData("process", CredentialFormat.Process)]
    [InlineData("env", CredentialFormat.Env)]
    [InlineData("env-no-export", CredentialFormat.EnvNoExport)]
    [InlineData("powershell", CredentialFormat.PowerShell)]
    [InlineData("windows-cmd", CredentialFormat.WindowsCmd)]
    public void Print_Session_IsWhatTheAwsCliMakesOfIt(string name, CredentialFormat format)
    {
        string file = Path.Combine(_home.Path, "session.json");
        File.WriteAllText(file, Print(CredentialFormat.Process));
        _home.Config = $"[profile x]\ncredential_process = cat {file}\n";
        string theirs = Run(AwsCli, ["configure", "export-credentials", "--profile", "x", "--format", name]);

        // The CLI writes the time with its offset, and this version knows no account.
        string ours = CredentialPrinter.Print(format, Session with { AccountId = null }, null, "");
        Assert.Equal(theirs.Replace("+00:00", "Z", StringComparison.Ordinal), ours);
    }

    [TheoryNeeding("sh")]
    [InlineData(Plain)]
    [InlineData("it's $HOME `x` \"quoted\" \\ back\\\\slash")]
    [InlineData("")]
    [InlineData("two\nlines")]
    [InlineData("~/*?[a]{b,c};&|<>()!#=")]
    public void Print_AnyValue_ReachesAPosixShellAsItIs(string value) =>
        Assert.Equal(value, ThroughShell("sh", CredentialFormat.Env, value));

    [TheoryNeeding("fish")]
    [InlineData(Plain)]
    [InlineData("it's $HOME `x` \"quoted\" \\ back\\\\slash")]
    [InlineData("")]
    [InlineData("~/*?[a]{b,c};&|<>()!#=")]
    public void Print_AnyValue_ReachesFishAsItIs(string value) =>
        Assert.Equal(value, ThroughShell("fish", CredentialFormat.Fish, value));

    [TheoryNeeding("pwsh")]
    [InlineData(Plain)]
    [InlineData("it's $HOME `x` \"quoted\" \\ back\\\\slash")]
    public void Print_AnyValue_ReachesPowerShellAsItIs(string value)
    {
        string script = Print(CredentialFormat.PowerShell, value) + "[Console]::Write($Env:AWS_SESSION_TOKEN)";
        Assert.Equal(value, Run("pwsh", ["-NoProfile", "-Command", script]));
    }

    [Fact]
    public void Print_Ini_IsASectionThatTheSdkReads()
    {
        File.WriteAllText(_home.CredentialsPath, CredentialPrinter.Print(CredentialFormat.Ini, Session, "eu-west-1", "prod"));
        Profile profile = new ProfileFiles(_home.Environment).Get("prod");
        Assert.Equal(
            (Session.AccessKeyId, Session.SecretAccessKey, true, "eu-west-1"),
            (profile.AccessKeyId, profile.SecretAccessKey, profile.HasSessionToken, profile.Region));
        Assert.DoesNotContain('\r', Print(CredentialFormat.Ini));
    }

    public void Dispose() => _home.Dispose();

    private static string Print(CredentialFormat format, string token = Plain) =>
        CredentialPrinter.Print(format, Session with { SessionToken = token }, null, "prod");

    private string ThroughShell(string shell, CredentialFormat format, string value) =>
        Run(shell, ["-c", Print(format, value) + "printf %s \"$AWS_SESSION_TOKEN\""]);

    private string Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true };
        start.Environment["HOME"] = _home.Path;
        start.Environment["AWS_CONFIG_FILE"] = _home.ConfigPath;
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = _home.CredentialsPath;
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }
}
