using System.Text.Json;
using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;

namespace HwToken.Cli.Tests.Accounts;

/// <summary>MFA devices whose ARN is longer than the name of an account on a token.</summary>
public sealed class LongMfaSerialTests : IDisposable
{
    private const string Arn = TestToken.LongSerial;
    private const string Name = "123456789012:alexander.hamilton@corp.example.com";

    private const string Note =
        $"hwtoken: {Name} stands for {Arn}, which is longer than a name on a token may be; commands still take the ARN\n";

    private const string TooLong = "arn:aws:iam::123456789012:mfa/abcdefghijklmnopqrstuvwxyz-abcdefghijklmnopqrstuvwxy";

    private const string TooLongError =
        $"""
        hwtoken: the MFA device's name is too long for a token: {TooLong}
        hint: take an MFA device whose name has at most 51 bytes after mfa/; or give the account another name, by which hwtoken code finds it and AWS commands do not
        """;

    private readonly TestHost _host = new() { Terminal = new FakeTerminal(), Input = TestToken.Base32Key };

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("accounts", "add", Arn, "--secret-stdin")]
    [InlineData("accounts", "add", Arn, "--generate")]
    public async Task Add_LongArn_StoresTheNameThatStandsForIt(params string[] arguments)
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, "");
        CliResult result = await _host.RunAsync(arguments);
        Assert.Contains($"hwtoken: {Name} is on the token\n", result.Error, StringComparison.Ordinal);
        Assert.Contains(Note, result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.Equal($"{Name}\tSHA1\t6\t30\n", await _host.OutputAsync("accounts", "list"));
    }

    [Fact]
    public async Task Add_LongArnInTheUri_StoresTheNameThatStandsForIt()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, "");
        _host.Input = $"otpauth://totp/{Arn}?secret={TestToken.Base32Key}";
        CliResult result = await _host.RunAsync("accounts", "add", "--uri-stdin");
        Assert.Contains($"hwtoken: {Name} is on the token\n", result.Error, StringComparison.Ordinal);
        Assert.Contains(Note, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_LongArnTwice_NeedsReplace()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, Arn);
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            $"""
            hwtoken: the token already has an account {Name}
            hint: choose another name, or put the new key in the old one's place with --replace
            """,
            "accounts", "add", Arn, "--secret-stdin");
    }

    [Fact]
    public Task Add_DeviceTooLongForAnyName_NamesTheCure() =>
        _host.FailsAsync(ExitStatus.BadUsage, TooLongError, "accounts", "add", TooLong, "--secret-stdin");

    [Fact]
    public async Task Rename_ToALongArn_GivesTheNameThatStandsForIt()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, "alex");
        CliResult result = await _host.RunAsync("accounts", "rename", "alex", Arn);
        Assert.Equal($"hwtoken: alex is now {Name}\n{Note}", result.Error);
        Assert.StartsWith(Name, await _host.OutputAsync("accounts", "list"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--mfa-serial", Arn)]
    [InlineData(Arn)]
    [InlineData("alexander")]
    public async Task Code_LongArn_IsOfTheAccountThatStandsForIt(params string[] arguments)
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, TestToken.Alice, Arn);
        using JsonDocument json = JsonDocument.Parse(await _host.OutputAsync(["code", "--json", .. arguments]));
        Assert.Equal(Name, json.RootElement.GetProperty("account").GetString());
    }

    [Fact]
    public async Task Code_DeviceOfAnotherAwsAccount_IsNotMixedUp()
    {
        string other = Arn.Replace("123456789012", "210987654321", StringComparison.Ordinal);
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, Arn);
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            $"""
            hwtoken: the token has no account 210987654321:alexander.hamilton@corp.example.com, which stands for {other}
            hint: did you mean {Name}?
            """,
            "code", "--mfa-serial", other);
    }

    [Fact]
    public async Task CredentialProcess_LongArn_GoesToAwsWhole()
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, Arn);
        string[] line = ["credential-process", "--source-profile", "keys", "--mfa-serial", Arn, "--region", "eu-west-1"];
        string session = await _host.OutputAsync(line);
        Assert.Equal([Arn], aws.Server.Requests.Select(r => r.MfaSerial));
        Assert.Equal(session, await _host.OutputAsync(line));
    }

    [Fact]
    public async Task CredentialProcess_DeviceTooLongForAnyName_NamesTheCure()
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            TooLongError,
            "credential-process", "--source-profile", "keys", "--mfa-serial", TooLong, "--region", "eu-west-1");
    }
}
