using System.Text.Json;
using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;
using HwToken.Core.Otp;

namespace HwToken.Cli.Tests.Codes;

public sealed class CodeCommandTests : IDisposable
{
    /// <summary>Early in a time step: near its end a code is waited for, and the prompts say so.</summary>
    private readonly TestHost _host = new(second: 2) { Terminal = new FakeTerminal() };

    public void Dispose() => _host.Dispose();

    private static string CodeAt(long timeStep)
    {
        var hmac = new HmacSha1();
        hmac.SetKey(TestToken.Key, 0, TestToken.Key.Length);
        return CodeText.Format(new Totp(hmac).Compute(timeStep), 6);
    }

    [Fact]
    public async Task Code_OnlyAccount_IsSixDigitsAndALineFeed()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        Assert.Matches(@"^\d{6}\n$", await _host.OutputAsync("code"));
    }

    [Fact]
    public async Task Code_Json_IsTheCodeOfItsTimeStep()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        using JsonDocument json = JsonDocument.Parse(await _host.OutputAsync("code", "--json"));
        long timeStep = json.RootElement.GetProperty("timeStep").GetInt64();
        Assert.Equal(_host.Desk.Time.GetUtcNow().ToUnixTimeSeconds() / 30, timeStep);
        Assert.Equal(CodeAt(timeStep), json.RootElement.GetProperty("code").GetString());
        Assert.InRange(json.RootElement.GetProperty("secondsLeft").GetInt32(), 5, 30);
        Assert.Equal(TestToken.Alice, json.RootElement.GetProperty("account").GetString());
    }

    [Theory]
    [InlineData("github:alice", "github:alice")]
    [InlineData("bob", "github:bob")]
    [InlineData("GITHUB:ALICE", "github:alice")]
    public async Task Code_PartOfAName_IsTheAccountThatHasIt(string typed, string account)
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(
            _host, TestToken.Attended, "github:alice", "github:bob", "aws:carol");
        using JsonDocument json = JsonDocument.Parse(await _host.OutputAsync("code", typed, "--json"));
        Assert.Equal(account, json.RootElement.GetProperty("account").GetString());
    }

    [Fact]
    public async Task Code_MfaSerial_IsTheAccountOfThatName()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Attended, TestToken.Spare, TestToken.Alice);
        using JsonDocument json = JsonDocument.Parse(await _host.OutputAsync("code", "--mfa-serial", TestToken.Alice, "--json"));
        Assert.Equal(TestToken.Alice, json.RootElement.GetProperty("account").GetString());
    }

    [Fact]
    public async Task Code_Terminal_CountsDownThereAndCleansUp()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        await _host.OutputAsync("code");
        static string Line(int seconds) =>
            $"\r{$"press the button on the token ({seconds} s): code of arn:aws:iam::123456789012:mfa/alice"[..78]}…";
        Assert.Equal($"{Line(30)}{Line(29)}\r{new string(' ', 79)}\r", _host.Terminal!.Written);
    }

    [Fact]
    public async Task Code_NoTerminal_SaysItOnStderrAndNotifiesNobody()
    {
        _host.Terminal = null;
        _host.Environment["DISPLAY"] = ":0";
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        CliResult result = await _host.RunAsync("code");
        Assert.Equal($"hwtoken: press the button on the token (30 s): code of {TestToken.Alice}\n", result.Error);
        Assert.Empty(_host.Notifier.Notifications);
    }

    [Fact]
    public async Task Code_Any_TakesOneThatEndsAtOnce()
    {
        using var host = new TestHost(second: 26) { Terminal = new FakeTerminal() };
        await using TestToken token = await TestToken.PluggedIntoAsync(host);
        using JsonDocument json = JsonDocument.Parse(await host.OutputAsync("code", "--any", "--json"));
        Assert.InRange(json.RootElement.GetProperty("secondsLeft").GetInt32(), 1, 3);
    }

    [Fact]
    public async Task Code_EndsAtOnce_WaitsForTheNext()
    {
        using var host = new TestHost(second: 26) { Terminal = new FakeTerminal() };
        await using TestToken token = await TestToken.PluggedIntoAsync(host);
        using JsonDocument json = JsonDocument.Parse(await host.OutputAsync("code", "--json"));
        Assert.Equal(30, json.RootElement.GetProperty("secondsLeft").GetInt32());
    }

    [Fact]
    public Task Code_NameAndSerial_IsBadUsage() => _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: NAME and --mfa-serial both name an account
        hint: give one of the two
        """,
        "code", "alice", "--mfa-serial", TestToken.Alice);
}
