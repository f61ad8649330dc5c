using System.Text.Json;
using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;
using HwToken.Virtual;

namespace HwToken.Cli.Tests.Pin;

public sealed class PinCommandTests : IDisposable
{
    private const string Pin = "258013";
    private const string Other = "112233445566";

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Set_ThenPowerOffAndOn_UnlockThenCode()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        var typist = new PinTypist(token, Pin, Pin);
        await SaysAsync("hwtoken: the PIN is set; the token is unlocked for now\n", typist, "pin", "set", "--tries", "5");
        Assert.Contains("\rpress the button on the token (30 s): set a PIN", typist.Written, StringComparison.Ordinal);
        Assert.Contains(
            "Type the letters that the token shows beside the new PIN's digits (not shown here): \nOnce more: \n",
            typist.Written,
            StringComparison.Ordinal);
        Assert.Equal("pin\tset, unlocked\ntries left\t5 of 5\nafter the last\tit stays locked\n", await _host.OutputAsync("pin", "status"));

        await token.RestartAsync();
        Assert.Equal("pin\tlocked\ntries left\t5 of 5\nafter the last\tit stays locked\n", await _host.OutputAsync("pin", "status"));
        _host.Sits = new FakeTerminal(canRead: false);
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            """
            hwtoken: the token is locked
            hint: hwtoken pin unlock, or type the PIN on the token
            """,
            "code");

        typist = new PinTypist(token, Pin);
        await SaysAsync("hwtoken: the token is unlocked\n", typist, "pin", "unlock");
        Assert.Contains(
            "Type the letters that the token shows beside your PIN's digits (not shown here): \n", typist.Written, StringComparison.Ordinal);
        Assert.DoesNotContain(typist.Typed.Trim(), typist.Written, StringComparison.Ordinal);
        Assert.Matches(@"^\d{6}\n$", await _host.OutputAsync("code"));
    }

    [Fact]
    public async Task Code_LockedAndSomebodyAtTheTerminal_AsksForThePinRightThere()
    {
        await using TestToken token = await LockedAsync();
        CliResult result = await RunAsync(new PinTypist(token, Pin), "code");
        Assert.Equal("", result.Error);
        Assert.Matches(@"^\d{6}\n$", result.Output);
    }

    [Fact]
    public async Task Status_Json_HasWordsForScripts()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        Assert.Equal(
            """{"set":false,"locked":false,"triesLeft":null,"maxTries":null,"afterLast":null}""" + "\n",
            Compact(await _host.OutputAsync("pin", "status", "--json")));
        await RunAsync(new PinTypist(token, Pin, Pin), "pin", "set", "--erase-after-last");
        Assert.Equal(
            """{"set":true,"locked":false,"triesLeft":8,"maxTries":8,"afterLast":"erase"}""" + "\n",
            Compact(await _host.OutputAsync("pin", "status", "--json")));
        using JsonDocument info = JsonDocument.Parse(await _host.OutputAsync("info", "--json"));
        Assert.True(info.RootElement.GetProperty("pin").GetProperty("set").GetBoolean());
    }

    [Fact]
    public async Task Unlock_WrongPin_Is4AndSaysWhatIsLeft()
    {
        await using TestToken token = await LockedAsync();
        CliResult result = await RunAsync(new PinTypist(token, Other), "pin", "unlock");
        Assert.Equal(ExitStatus.TokenRefused, result.Status);
        Assert.Equal(
            "hwtoken: wrong PIN: 7 tries are left, the next in 1 s\n"
            + "hint: wait for the next try, then read the letters again: they change each time\n",
            result.Error);
    }

    [Fact]
    public async Task Unlock_DigitsTyped_NeverGoToTheTokenAndTheLettersGo()
    {
        await using TestToken token = await LockedAsync();
        CliResult result = await RunAsync(new PinTypist(token, "!" + Pin), "pin", "unlock");
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Equal(
            "hwtoken: that had digits in it; no try was used\n"
            + "hint: type the letters beside the PIN's digits, so that this computer does not learn it\n",
            result.Error);
        Assert.Contains("\ntries left\t8 of 8\n", await _host.OutputAsync("pin", "status"), StringComparison.Ordinal);
        await SaysAsync("hwtoken: the token is unlocked\n", new PinTypist(token, Pin), "pin", "unlock");
    }

    [Fact]
    public async Task Set_EntriesDiffer_KeepsWhatWas()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        CliResult result = await RunAsync(new PinTypist(token, Pin, Other), "pin", "set");
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Equal("hwtoken: the two entries differ; the PIN was not changed\nhint: start over\n", result.Error);
        Assert.Equal("pin\tnot set\n", await _host.OutputAsync("pin", "status"));
    }

    [Fact]
    public async Task SetAndRemove_PinIsThere_AskForItFirst()
    {
        await using TestToken token = await LockedAsync();
        await SaysAsync(
            "hwtoken: the PIN is set; the token is unlocked for now\n", new PinTypist(token, Pin, Other, Other), "pin", "set");
        await SaysAsync("hwtoken: the token has no PIN any more\n", new PinTypist(token, Other), "pin", "remove");
        Assert.Equal("pin\tnot set\n", await _host.OutputAsync("pin", "status"));
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            """
            hwtoken: the token has no PIN
            hint: set one with: hwtoken pin set
            """,
            "pin", "remove");
    }

    [Fact]
    public async Task Unlock_NobodyPresses_AsksOnTheTokenFirst()
    {
        await using TestToken token = await LockedAsync(TestToken.Unattended);
        var terminal = new FakeTerminal();
        _host.Sits = terminal;
        Task<CliResult> run = _host.RunAsync("pin", "unlock");
        await terminal.SeesAsync("press the button on the token");
        Assert.DoesNotContain("Type the letters", terminal.Written, StringComparison.Ordinal);
        await token.Virtual.LongPressAsync();
        await token.PressUntilAsync(run, isLong: true);
        Assert.Equal(ExitStatus.TokenRefused, (await run).Status);
    }

    [Fact]
    public async Task Wipe_Locked_SaysWhatIsLeftToDo()
    {
        await using TestToken token = await LockedAsync();
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            """
            hwtoken: the token is locked, and its owner alone may wipe it
            hint: hwtoken pin unlock; if the PIN is lost, use up its tries on the token: then wipe wants none
            """,
            "wipe", "--yes");
    }

    [Fact]
    public async Task Info_Locked_DoesNotTellHowManyAccounts()
    {
        await using TestToken token = await LockedAsync();

        Assert.Contains("accounts\tnot told while locked\n", await _host.OutputAsync("info"), StringComparison.Ordinal);
        Assert.Contains("\"accounts\": null", await _host.OutputAsync("info", "--json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_LockedAlready_IsAsWanted()
    {
        await using TestToken token = await LockedAsync();
        await SaysAsync("hwtoken: the token is locked\n", null, "pin", "lock");
    }

    [Fact]
    public async Task LockAndUnlock_NoPin_SayHowToSetOne()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        _host.Sits = new FakeTerminal();
        const string Error = """
            hwtoken: the token has no PIN
            hint: set one with: hwtoken pin set
            """;
        await _host.FailsAsync(ExitStatus.TokenRefused, Error, "pin", "lock");
        await _host.FailsAsync(ExitStatus.TokenRefused, Error, "pin", "unlock");
    }

    [Fact]
    public async Task Set_NoTerminal_SaysWhereElse()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        await _host.FailsAsync(
            ExitStatus.BadUsage,
            """
            hwtoken: there is no terminal to type the letters on
            hint: use a terminal: a new PIN cannot be typed on the token itself
            """,
            "pin", "set");
    }

    [Fact]
    public async Task Unlock_NoTerminal_SaysWhereElse()
    {
        await using TestToken token = await LockedAsync();
        _host.Sits = null;
        await _host.FailsAsync(
            ExitStatus.BadUsage,
            """
            hwtoken: there is no terminal to type the letters on
            hint: type the PIN on the token itself, or use a terminal
            """,
            "pin", "unlock");
    }

    [Theory]
    [InlineData("2")]
    [InlineData("16")]
    [InlineData("many")]
    public Task Set_TriesOutOfRange_IsBadUsage(string tries) => _host.FailsAsync(
        ExitStatus.BadUsage,
        $"""
        hwtoken: --tries {tries} is out of range
        hint: write a number from 3 to 15
        """,
        "pin", "set", "--tries", tries);

    [Fact]
    public Task Set_BothEnds_IsBadUsage() => _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: --erase-after-last and --lock-after-last exclude each other
        hint: give one of the two
        """,
        "pin", "set", "--erase-after-last", "--lock-after-last");

    private static string Compact(string json) =>
        JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(json)) + "\n";

    private async Task<TestToken> LockedAsync(VirtualTokenOptions? options = null)
    {
        TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Attended);
        await RunAsync(new PinTypist(token, Pin, Pin), "pin", "set");
        await token.RestartAsync(options);
        return token;
    }

    private Task<CliResult> RunAsync(Cli.Terminal.ITerminal? terminal, params string[] arguments)
    {
        _host.Sits = terminal;
        return _host.RunAsync(arguments);
    }

    private async Task SaysAsync(string note, Cli.Terminal.ITerminal? terminal, params string[] arguments)
    {
        CliResult result = await RunAsync(terminal, arguments);
        Assert.Equal(note, result.Error);
        Assert.Equal(ExitStatus.Done, result.Status);
    }
}
