using System.Text.Json;
using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;

namespace HwToken.Cli.Tests.Safe;

public sealed class SealCommandTests : IDisposable
{
    private readonly TestHost _host = new() { Terminal = new FakeTerminal() };

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Seal_Number_IsOnTheTokenAndToldWithTheLogsEnd()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        Assert.Matches(
            """
            ^serial	[A-Z2-7]{8}
            seal	number 1042, since \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC
            openings	0
            head	\d+(-[A-Z2-7]{4}){4}
            $
            """.ReplaceLineEndings("\n"),
            await _host.OutputAsync("seal", "1042"));
        Assert.Contains("hold the button on the token (30 s): seal it, number 1042", _host.Terminal!.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seal_Json_AndInfo_TellTheSame()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        using JsonDocument sealedNow = JsonDocument.Parse(await _host.OutputAsync("seal", "4294967295", "--json"));
        using JsonDocument info = JsonDocument.Parse(await _host.OutputAsync("info", "--json"));
        JsonElement seal = info.RootElement.GetProperty("seal");
        Assert.True(seal.GetProperty("sealed").GetBoolean());
        Assert.Equal(4294967295, seal.GetProperty("number").GetInt64());
        foreach (string name in new[] { "number", "sealedAt", "openings", "nextDrill" })
        {
            Assert.Equal(sealedNow.RootElement.GetProperty(name).ToString(), seal.GetProperty(name).ToString());
        }
    }

    [Theory]
    [InlineData("code")]
    [InlineData("accounts", "remove", TestToken.Alice)]
    [InlineData("accounts", "rename", TestToken.Alice, "b")]
    [InlineData("wipe", "--yes")]
    public async Task Sealed_AnyCommandThatChangesOrGives_IsRefused(params string[] command)
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        await _host.SealAsync();
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            """
            hwtoken: the token is sealed: it gives no code and takes no change
            hint: press its button to see the seal; to break it, hold the button, and hold it again when the screen asks
            """,
            command);
    }

    [Fact]
    public async Task Sealed_OpenedWithTheButton_GivesACodeAndCounts()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        await _host.SealAsync();
        await BreakSealAsync(token);
        Assert.Matches(@"^\d{6}\n$", await _host.OutputAsync("code"));
        Assert.Contains("\nseal\tnone\nopenings\t1\n", await _host.OutputAsync("info"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("4294967296")]
    [InlineData("seven")]
    public Task Seal_NumberThatIsNone_IsBadUsage(string number) => _host.FailsAsync(
        ExitStatus.BadUsage,
        $"""
        hwtoken: '{number}' cannot be a seal's number
        hint: write a whole number from 0 to 4294967295
        """,
        "seal", "--", number);

    [Fact]
    public async Task Seal_Sealed_NeedsOpeningFirst()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        await _host.SealAsync();
        CliResult result = await _host.RunAsync("seal", "7");
        Assert.Equal(ExitStatus.TokenRefused, result.Status);
        Assert.StartsWith("hwtoken: the token is sealed already\n", result.Error, StringComparison.Ordinal);
    }

    /// <summary>The outcome of sealing is on the screen first; a hold that comes too soon opens nothing, and is made again.</summary>
    private async Task BreakSealAsync(TestToken token)
    {
        await token.Virtual.PressAsync();
        for (int i = 0; i < 8 && !(await _host.OutputAsync("info")).Contains("openings\t1", StringComparison.Ordinal); i++)
        {
            await token.Virtual.LongPressAsync();
        }
    }
}
