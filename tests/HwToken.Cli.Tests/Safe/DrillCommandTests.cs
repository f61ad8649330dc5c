using System.Text.Json;
using HwToken.Base;
using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;

namespace HwToken.Cli.Tests.Safe;

public sealed class DrillCommandTests : IDisposable
{
    private readonly TestHost _host = new() { Terminal = new FakeTerminal() };

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Drill_SealedTokenInOrder_ReportsAndSaysWhatToWriteOnTheCard()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        await _host.SealAsync();
        CliResult result = await _host.RunAsync("drill");
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.Matches(
            """
            ^serial	[A-Z2-7]{8}
            seal	number 1042, since .*
            openings	0
            last drill	\d+-\d\d-\d\d \d\d:\d\d:\d\d UTC
            storage	both copies of everything are whole
            accounts	1 of 1 give a code
            clock	running, was [+-]?[01]\.\d{3} s from this computer's, \+-0\.\d{3}
            battery	not measured; on USB .*
            log	this computer has not seen the log before
            next drill	\d+-\d\d-\d\d \d\d:\d\d:\d\d UTC
            head	4(-[A-Z2-7]{4}){4}
            $
            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Matches(
            """
            ^hwtoken: write on the card: drilled \d+-\d\d-\d\d, next \d+-\d\d-\d\d, log 4(-[A-Z2-7]{4}){4}
            $
            """.ReplaceLineEndings("\n"),
            result.Error);
        Assert.DoesNotMatch(@"\b\d{6}\b", result.Output + result.Error);
        Assert.Contains("\nopenings\t0\n", await _host.OutputAsync("info"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drill_ClockOff_Is1AndSaysTheCure()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(
            _host, TestToken.Attended with { ClockOffset = TimeSpan.FromSeconds(-100) });
        CliResult result = await _host.RunAsync("drill");
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Matches(
            """
            ^hwtoken: the drill failed: clock: running, was -(99|100|101)\.\d{3} s from this computer's, \+-0\.\d{3}
            hint: look which of the two clocks is wrong, then: hwtoken clock set
            $
            """.ReplaceLineEndings("\n"),
            result.Error);
        Assert.Contains("clock\tFAILED: running", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("last drill", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drill_LogIsNotTheOneThatWasSeen_Is1AndIsNotRecorded()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        await _host.RunAsync("audit");
        string seen = Assert.Single(Directory.GetFiles(HostEnvironment.Of(_host.Environment).StateFolder));
        await File.WriteAllTextAsync(seen, "2-AAAA-AAAA-AAAA-AAAA 2027-01-15 08:00:00 UTC\n");
        CliResult result = await _host.RunAsync("drill");
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.StartsWith("hwtoken: the drill failed: log: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("last drill", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drill_SeveralThings_AreAllNamed()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(
            _host, TestToken.Attended with { ClockOffset = TimeSpan.FromSeconds(-100), BatteryMillivolts = 4000 });
        CliResult result = await _host.RunAsync("drill");
        Assert.Matches("the drill failed: clock: running.*; battery: 4.00 V\nhint: .*hwtoken clock set; change the cells now\n$", result.Error);
    }

    [Fact]
    public async Task Drill_ClockNeverSet_Is1AndIsNotRecorded()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Attended with { ClockOffset = null });
        CliResult result = await _host.RunAsync("drill");
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.StartsWith("hwtoken: the drill failed: clock: never set\n", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("last drill", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4600, false)]
    [InlineData(4000, true)]
    public async Task Drill_OnBattery_JudgesTheCells(int millivolts, bool isLow)
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime with { BatteryMillivolts = millivolts });
        CliResult result = await _host.RunAsync("drill");
        Assert.Matches(isLow ? "(?s)the drill failed: battery:.*change the cells now" : "^hwtoken: write on the card", result.Error);
        Assert.Equal(isLow ? ExitStatus.Failed : ExitStatus.Done, result.Status);
        Assert.Contains($"\t{(isLow ? "FAILED: " : "")}{millivolts / 1000}.{millivolts % 1000 / 10:00} V\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drill_Json_HasEveryCheck()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        using JsonDocument json = JsonDocument.Parse((await _host.RunAsync("drill", "--json")).Output);
        Assert.True(json.RootElement.GetProperty("passed").GetBoolean());
        Assert.Equal(
            ["storage", "accounts", "clock", "battery", "log"],
            json.RootElement.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Drill_Declined_Is4()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Unattended);
        Task<CliResult> run = _host.RunAsync("drill");
        await _host.Terminal!.SeesAsync("press the button on the token");
        await token.PressUntilAsync(run, isLong: true);
        Assert.Equal(ExitStatus.TokenRefused, (await run).Status);
    }
}
