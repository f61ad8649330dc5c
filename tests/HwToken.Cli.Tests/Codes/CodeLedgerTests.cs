using System.Text.Json;
using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;
using HwToken.LocalAws.Records;

namespace HwToken.Cli.Tests.Codes;

/// <summary><c>hwtoken code</c> and the ledger of codes that AWS takes once.</summary>
public sealed class CodeLedgerTests : IDisposable
{
    private const string NextOne = "the present code is used up: the next one is asked for";

    /// <summary>Early in a time step, so that two codes fall into one.</summary>
    private readonly TestHost _host = new(second: 2) { Terminal = new FakeTerminal() };

    public void Dispose() => _host.Dispose();

    private async Task<long> TimeStepAsync(params string[] arguments)
    {
        using JsonDocument json = JsonDocument.Parse(await _host.OutputAsync(["code", "--json", .. arguments]));
        return json.RootElement.GetProperty("timeStep").GetInt64();
    }

    /// <summary>Runs, and waits for the next code because the present one is used up.</summary>
    private async Task TakesTheNextOneAsync(params string[] arguments)
    {
        Assert.DoesNotContain(NextOne, _host.Terminal!.Written, StringComparison.Ordinal);
        await _host.OutputAsync(arguments);
        Assert.Contains(NextOne, _host.Terminal.Written, StringComparison.Ordinal);
        Assert.Contains("agreed; waiting for the next code (", _host.Terminal.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_TwiceInOneStep_IsTwoCodes()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        long first = await TimeStepAsync("--any");
        Assert.Equal(first + 1, await TimeStepAsync("--any"));
        Assert.Contains(NextOne, _host.Terminal!.Written, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alice")]
    [InlineData(TestToken.Alice)]
    [InlineData("--mfa-serial", TestToken.Alice)]
    public async Task Code_ThenASession_AsksForTheNextOne(params string[] arguments)
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Attended);
        await TimeStepAsync(arguments);
        await TakesTheNextOneAsync("export", "mfa");
        Assert.Equal(RequestRecord.Success, Assert.Single(aws.Server.Requests).Outcome);
    }

    [Fact]
    public async Task Session_ThenACode_AsksForTheNextOne()
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Attended);
        await _host.OutputAsync("export", "mfa");
        await TakesTheNextOneAsync("code");
    }

    [Fact]
    public async Task Code_OfALongArnByItsShortName_SpendsTheDevicesStep()
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Attended, TestToken.LongSerial);
        await TimeStepAsync("alexander");
        await TakesTheNextOneAsync(
            "credential-process", "--source-profile", "keys", "--mfa-serial", TestToken.LongSerial, "--region", "eu-west-1");
    }

    [Fact]
    public async Task Code_OfAnotherService_MayBeHadAgain()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Attended, "github:alice");
        Assert.Equal(await TimeStepAsync(), await TimeStepAsync());
    }

    [Fact]
    public async Task Code_OfAnotherPeriod_IsNoneOfAws()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Attended, "");
        _host.Input = TestToken.Base32Key;
        await _host.RunAsync("accounts", "add", TestToken.Alice, "--secret-stdin", "--period", "3600");
        Assert.Equal(await TimeStepAsync(), await TimeStepAsync("--mfa-serial", TestToken.Alice));
    }

    [Fact]
    public async Task Code_CacheCannotBeWritten_IsPrintedAndSaysSo()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        string file = Path.Combine(_host.Folder, "file");
        File.WriteAllText(file, "");
        _host.Environment["HWTOKEN_CACHE_DIR"] = Path.Combine(file, "cache");
        CliResult result = await _host.RunAsync("code");
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.Matches(@"^\d{6}\n$", result.Output);
        Assert.Contains("hwtoken: the used MFA code is not written down: ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_PartOfAnArn_IsNotTheAccountOfTheWholeOne()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            $"""
            hwtoken: the token has no account {TestToken.Alice[..^1]}
            hint: did you mean {TestToken.Alice}?
            """,
            "code", "--mfa-serial", TestToken.Alice[..^1]);
    }
}
