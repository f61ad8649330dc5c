using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;

namespace HwToken.Cli.Tests.Accounts;

public sealed class AccountsCommandTests : IDisposable
{
    private readonly TestHost _host = new() { Terminal = new FakeTerminal() };

    public void Dispose() => _host.Dispose();

    private Task<TestToken> TokenWithAsync(params string[] accounts) => TestToken.PluggedIntoAsync(
        _host, TestToken.Attended, accounts);

    [Fact]
    public async Task List_Terminal_HasHeadings()
    {
        await using TestToken token = await TokenWithAsync("github:alice", "aws:bob");
        _host.IsOutputTerminal = true;
        Assert.Equal(
            "\e[1mNAME          ALGORITHM  DIGITS  PERIOD\e[0m\n"
            + "github:alice  SHA1       6       30\n"
            + "aws:bob       SHA1       6       30\n",
            await _host.OutputAsync("accounts", "list"));
    }

    [Fact]
    public async Task List_None_SaysHowToAddOne()
    {
        await using TestToken token = await TokenWithAsync("");
        CliResult result = await _host.RunAsync("accounts", "list");
        Assert.Equal("hwtoken: the token has no accounts yet: 'hwtoken accounts add --help' shows how to add one\n", result.Error);
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Output));
        Assert.Equal("[]\n", await _host.OutputAsync("accounts", "list", "--json"));
    }

    [Fact]
    public async Task Rename_PartOfTheOldName_RenamesIt()
    {
        await using TestToken token = await TokenWithAsync("github:alice", "aws:bob");
        CliResult result = await _host.RunAsync("accounts", "rename", "bob", "aws:robert");
        Assert.Equal("hwtoken: aws:bob is now aws:robert\n", result.Error);
        Assert.Equal("github:alice\tSHA1\t6\t30\naws:robert\tSHA1\t6\t30\n", await _host.OutputAsync("accounts", "list"));
    }

    [Fact]
    public async Task Rename_NameTaken_SaysWhichOne()
    {
        await using TestToken token = await TokenWithAsync("github:alice", "aws:bob");
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            """
            hwtoken: the token already has an account github:alice
            hint: choose another name, or remove that account first
            """,
            "accounts", "rename", "aws:bob", "github:alice");
    }

    [Fact]
    public async Task Remove_Account_IsGone()
    {
        await using TestToken token = await TokenWithAsync("github:alice", "aws:bob");
        CliResult result = await _host.RunAsync("accounts", "remove", "github:alice");
        Assert.Equal("hwtoken: github:alice was removed from the token\n", result.Error);
        Assert.Equal("aws:bob\tSHA1\t6\t30\n", await _host.OutputAsync("accounts", "list"));
    }

    /// <summary>Of a token with one account, no name means that one; a variable that is not set must not.</summary>
    [Theory]
    [InlineData("accounts", "remove", "")]
    [InlineData("accounts", "rename", "", "x")]
    [InlineData("code", "")]
    [InlineData("card", "", "--html", "-")]
    public async Task NameEmpty_AnyCommand_IsBadUsage(params string[] arguments)
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        CliResult result = await _host.RunAsync(arguments);
        Assert.Equal((ExitStatus.BadUsage, ""), (result.Status, result.Output));
        Assert.EndsWith(
            " is empty\nhint: write the value itself, or check the variable that it comes from\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_Declined_IsStillThere()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Unattended);
        Task<CliResult> run = _host.RunAsync("accounts", "remove", "alice");
        await _host.Terminal!.SeesAsync("press the button");
        await token.PressUntilAsync(run, isLong: true);
        Assert.Equal(ExitStatus.TokenRefused, (await run).Status);
        Assert.StartsWith(TestToken.Alice, await _host.OutputAsync("accounts", "list"), StringComparison.Ordinal);
    }
}
