using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;
using HwToken.Client;
using HwToken.Client.Transports;
using HwToken.Core.Protocol;
using HwToken.Virtual;

namespace HwToken.Cli.Tests.Errors;

/// <summary>What goes wrong between this computer, the token and its owner: each its message, its cure and its exit status.</summary>
public sealed class TokenFailureTests : IDisposable
{
    private readonly TestHost _host = new() { Terminal = new FakeTerminal() };

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("code")]
    [InlineData("info")]
    [InlineData("accounts", "list")]
    [InlineData("clock")]
    [InlineData("list")]
    public Task NoToken_AnyCommand_Is3(params string[] command) => _host.FailsAsync(
        ExitStatus.NoToken,
        """
        hwtoken: no token found
        hint: plug the token in, or name its port with --port or HWTOKEN_PORT
        """,
        command);

    [Fact]
    public Task NoToken_PortThatIsNotThere_NamesIt() => _host.FailsAsync(
        ExitStatus.NoToken,
        """
        hwtoken: there is no port /dev/ttyUSB99
        hint: plug the token in, or see the tokens with: hwtoken list
        """,
        "code", "--port", "/dev/ttyUSB99");

    [Fact]
    public async Task NoToken_PortOfTheEnvironment_IsTaken()
    {
        _host.Environment["HWTOKEN_PORT"] = "/dev/ttyUSB98";
        await _host.FailsAsync(
            ExitStatus.NoToken,
            """
            hwtoken: there is no port /dev/ttyUSB98
            hint: plug the token in, or see the tokens with: hwtoken list
            """,
            "info");
    }

    [Fact]
    public Task Port_OnTheNetwork_IsRefused() => _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: 'tcp:192.0.2.1:4000' is on the network; only tcp:127.0.0.1:PORT and tcp:[::1]:PORT are taken
        hint: write --port or HWTOKEN_PORT as the path of a serial port
        """,
        "info", "--port", "tcp:192.0.2.1:4000");

    [Fact]
    public async Task TwoTokens_NoPort_NamesBoth()
    {
        await using TestToken first = await TestToken.PluggedIntoAsync(_host);
        await using TestToken second = await TestToken.PluggedIntoAsync(_host);
        CliResult result = await _host.RunAsync("code");
        Assert.Equal(ExitStatus.NoToken, result.Status);
        Assert.Matches(
            $"""
            ^hwtoken: 2 tokens are plugged in: {first.Port} \([A-Z2-7]+\), {second.Port} \([A-Z2-7]+\)
            hint: name one with --port or HWTOKEN_PORT, such as --port {first.Port}
            $
            """.ReplaceLineEndings("\n"),
            result.Error);

        await _host.OutputAsync("code", "--port", second.Port);
    }

    [Fact]
    public async Task PortBusy_AnotherProgram_SaysWhichKind()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Unattended);
        await using ITransport other = await _host.Desk.OpenAsync(PortAddress.Parse(token.Port), CancellationToken.None);
        await _host.FailsAsync(
            ExitStatus.Failed,
            $"""
            hwtoken: port busy: another program uses {token.Port}
            hint: close that program, such as a serial monitor or a modem manager, then try again
            """,
            "code", "--port", token.Port);
    }

    [Fact]
    public async Task PortBusy_AnotherHwToken_WaitsAndThenSaysSo()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        await using TokenClient other = await new TokenFinder(_host.TokenFinding).ConnectAsync(PortAddress.Parse(token.Port));
        _host.BusyWait = TimeSpan.FromMilliseconds(200);
        await _host.FailsAsync(
            ExitStatus.Failed,
            $"""
            hwtoken: port busy: another hwtoken uses {token.Port}
            hint: it may be waiting for a press on the token: answer there, or stop it, then try again
            """,
            "code", "--port", token.Port);
        Assert.Contains("waiting for another hwtoken that uses", _host.Terminal!.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotAToken_Silent_Is3()
    {
        string device = FakeDevice.PlugInto(_host, FakeDevice.Silent);
        await _host.FailsAsync(
            ExitStatus.NoToken,
            $"""
            hwtoken: no token at {device}: nothing answers
            hint: see the tokens with: hwtoken list; then name the right port with --port or HWTOKEN_PORT
            """,
            "code", "--port", device);
    }

    [Fact]
    public async Task NotAToken_AmongThePorts_IsNoToken()
    {
        string device = FakeDevice.PlugInto(_host, FakeDevice.Silent);
        await _host.FailsAsync(
            ExitStatus.NoToken,
            $"""
            hwtoken: no token found; no token answers at {device}
            hint: plug the token in, or name its port with --port or HWTOKEN_PORT
            """,
            "code");
    }

    [Fact]
    public async Task NotAToken_Echoes_Is3()
    {
        string device = FakeDevice.PlugInto(_host, FakeDevice.Echo);
        await _host.FailsAsync(
            ExitStatus.NoToken,
            $"""
            hwtoken: no token at {device}: what is there does not talk as a token does
            hint: see the tokens with: hwtoken list; then name the right port with --port or HWTOKEN_PORT
            """,
            "code", "--port", device);
    }

    [Fact]
    public async Task NotAToken_Floods_Is3()
    {
        string device = FakeDevice.PlugInto(_host, FakeDevice.Flood);
        await _host.FailsAsync(
            ExitStatus.NoToken,
            $"""
            hwtoken: no token at {device}: something there sends all the time, and nothing that a token would
            hint: see the tokens with: hwtoken list; then name the right port with --port or HWTOKEN_PORT
            """,
            "code", "--port", device);
    }

    [Fact]
    public async Task HalfAFrame_ThenNothing_SaysThatItStopped()
    {
        string device = FakeDevice.PlugInto(_host, FakeDevice.HalfAFrame);
        await _host.FailsAsync(
            ExitStatus.Failed,
            $"""
            hwtoken: the token at {device} stopped in the middle of an answer
            hint: unplug the token, plug it in again and retry
            """,
            "code", "--port", device);
    }

    [Fact]
    public async Task Unplugged_WhileItAsks_SaysSo()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Unattended);
        Task<CliResult> run = _host.RunAsync("code");
        await _host.Terminal!.SeesAsync("press the button on the token");
        await token.DisposeAsync();
        CliResult result = await run;
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Equal(
            $"hwtoken: the token at {token.Port} was unplugged\nhint: plug it in again and retry; its own screen shows what it has stored\n",
            result.Error);
    }

    [Fact]
    public async Task Press_NotGiven_Is4()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Unattended);
        Task<CliResult> run = _host.RunAsync("code");
        await _host.Terminal!.SeesAsync("press the button on the token");
        _host.Desk.Advance(TimeSpan.FromSeconds(31));
        CliResult result = await run;
        Assert.Equal(ExitStatus.TokenRefused, result.Status);
        Assert.Equal(
            "hwtoken: nobody pressed the token's button\nhint: try again, and press the button while the token's screen asks\n",
            result.Error);
    }

    [Fact]
    public async Task Press_Long_Declines()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Unattended);
        Task<CliResult> run = _host.RunAsync("code");
        await _host.Terminal!.SeesAsync("press the button on the token");
        await token.PressUntilAsync(run, isLong: true);
        CliResult result = await run;
        Assert.Equal(ExitStatus.TokenRefused, result.Status);
        Assert.Equal(
            "hwtoken: declined on the token\nhint: if that was a slip, try again and press the button as the screen says\n",
            result.Error);
    }

    [Fact]
    public async Task CtrlC_WhileItAsks_TakesTheQuestionBack()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Unattended);
        Task<CliResult> run = _host.RunAsync("code");
        await _host.Terminal!.SeesAsync("press the button on the token");
        _host.Interruption.Raise(ExitStatus.Interrupted);
        CliResult result = await run;
        Assert.Equal(130, (int)result.Status);
        Assert.Equal("hwtoken: cancelled\n", result.Error);

        await using TokenClient next = await new TokenFinder(_host.TokenFinding).ConnectAsync(PortAddress.Parse(token.Port));
        Assert.Equal(TokenState.Ready, next.StateAtConnect);
    }

    [Fact]
    public async Task AccountName_Misspelt_OffersNearOnes()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            $"""
            hwtoken: the token has no account alcie
            hint: did you mean {TestToken.Alice}?
            """,
            "code", "alcie");
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            $"""
            hwtoken: the token has no account arn:aws:iam::123456789012:mfa/alcie
            hint: did you mean {TestToken.Alice}?
            """,
            "code", "--mfa-serial", "arn:aws:iam::123456789012:mfa/alcie");
    }

    [Fact]
    public async Task AccountName_NoneAndSeveral_AsksForOne()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Unattended, "github:a", "github:b");
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            """
            hwtoken: the token has 2 accounts, and none was named
            hint: name one of them, such as github:a
            """,
            "code");
    }

    [Fact]
    public async Task Clock_NeverSet_SaysHowToSetIt()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(
            _host, new VirtualTokenOptions { AgreeAfter = TimeSpan.Zero, ClockOffset = null });
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            """
            hwtoken: the token's clock was never set
            hint: set it with: hwtoken clock set
            """,
            "code");
    }
}
