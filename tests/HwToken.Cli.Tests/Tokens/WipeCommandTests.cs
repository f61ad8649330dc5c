using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;

namespace HwToken.Cli.Tests.Tokens;

public sealed class WipeCommandTests : IDisposable
{
    private readonly TestHost _host = new() { Terminal = new FakeTerminal() };

    public void Dispose() => _host.Dispose();

    private async Task<string> SerialAsync() => (await _host.OutputAsync("list")).Split('\t')[1];

    [Fact]
    public async Task Wipe_SerialTyped_ForgetsEverything()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        string serial = await SerialAsync();
        // Whoever reads the screen types what stands there, in whatever case.
        _host.Terminal = new FakeTerminal(serial + "\r");
        CliResult result = await _host.RunAsync("wipe");
        Assert.Equal($"hwtoken: the token {serial} has forgotten everything\n", result.Error);
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.StartsWith(
            $"The token {serial} at {token.Port} will forget the account. Type its serial number to go on: {serial}\n\rhold the button on the token (30 s): wipe it",
            _host.Terminal.Written,
            StringComparison.Ordinal);
        Assert.Equal("[]\n", await _host.OutputAsync("accounts", "list", "--json"));
    }

    [Fact]
    public async Task Wipe_AnythingElseTyped_WipesNothing()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        _host.Terminal = new FakeTerminal("yes\r");
        await _host.FailsAsync(
            ExitStatus.Failed,
            """
            hwtoken: that is not the token's serial number; nothing was wiped
            hint: type it as the question shows it
            """,
            "wipe");
        Assert.NotEqual("", await _host.OutputAsync("accounts", "list"));
    }

    [Fact]
    public async Task Wipe_Yes_AsksOnTheTokenAlone()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        Assert.Equal(ExitStatus.Done, (await _host.RunAsync("wipe", "--yes")).Status);
        Assert.DoesNotContain("Type", _host.Terminal!.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wipe_ShortPress_Declines()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Unattended);
        Task<CliResult> run = _host.RunAsync("wipe", "--yes");
        await _host.Terminal!.SeesAsync("hold the button");
        await token.PressUntilAsync(run);
        Assert.Equal(ExitStatus.TokenRefused, (await run).Status);
        Assert.NotEqual("", await _host.OutputAsync("accounts", "list"));
    }

    [Fact]
    public async Task Wipe_NoTerminal_NeedsYes()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        _host.Terminal = null;
        await _host.FailsAsync(
            ExitStatus.BadUsage,
            """
            hwtoken: there is no terminal to confirm on
            hint: pass --yes if the token is to forget everything
            """,
            "wipe");
    }
}
