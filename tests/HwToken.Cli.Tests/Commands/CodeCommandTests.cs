using System.Text.Json;
using HwToken.Cli.Tests.Terminal;
using HwToken.Core.Otp;
using HwToken.Virtual;

namespace HwToken.Cli.Tests.Commands;

public sealed class CodeCommandTests : IDisposable
{
    private readonly TestHost _host = new() { Terminal = new FakeTerminal() };

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
        Assert.InRange(timeStep, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) - 1, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + 1);
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
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        Assert.Matches(@"^\d{6}\n$", await _host.OutputAsync("code", "--mfa-serial", TestToken.Alice));
    }

    [Fact]
    public async Task Code_Terminal_CountsDownThereAndCleansUp()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        await _host.OutputAsync("code");
        string line = "press the button on the token (30 s): code of arn:aws:iam::123456789012:mfa/alice";
        Assert.Equal($"\r{line[..78]}…\r{new string(' ', 79)}\r", _host.Terminal!.Written);
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
        // The token's clock is two seconds before the end of a time step, and hardly moves.
        DateTimeOffset now = DateTimeOffset.UtcNow;
        long ahead = 28 - (now.ToUnixTimeSeconds() % 30);
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, new VirtualTokenOptions
        {
            AgreeAfter = TimeSpan.Zero,
            ClockOffset = TimeSpan.FromSeconds(ahead),
            DriftPpm = -999_000,
            TimeProvider = new StandingClock(now),
        });
        using JsonDocument json = JsonDocument.Parse(await _host.OutputAsync("code", "--any", "--json"));
        Assert.InRange(json.RootElement.GetProperty("secondsLeft").GetInt32(), 0, 4);
    }

    [Fact]
    public Task Code_NameAndSerial_IsBadUsage() => _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: NAME and --mfa-serial both name an account
        hint: give one of the two
        """,
        "code", "alice", "--mfa-serial", TestToken.Alice);

    /// <summary>UTC stands still, intervals go on.</summary>
    private sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
