using System.Text.Json;
using HwToken.Cli.Errors;
using HwToken.Virtual;

namespace HwToken.Cli.Tests.Clock;

public sealed class ClockCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    private Task<TestToken> PluggedInAsync(TimeSpan? offset) => TestToken.PluggedIntoAsync(
        _host, new VirtualTokenOptions { AgreeAfter = TimeSpan.Zero, ClockOffset = offset });

    [Theory]
    [InlineData(90, "offset\t[+](89.9|90|90.1) s, give or take [0-9]+ ms\n")]
    [InlineData(-90, "offset\t-(89.9|90|90.1) s, give or take [0-9]+ ms\n")]
    [InlineData(0, "offset\t[+-][0-9]{1,3} ms, give or take [0-9]+ ms\n")]
    public async Task Clock_Off_SaysByHowMuchAndWhichWay(int seconds, string offset)
    {
        await using TestToken token = await PluggedInAsync(TimeSpan.FromSeconds(seconds));
        Assert.Matches(offset, await _host.OutputAsync("clock"));
    }

    [Fact]
    public async Task Clock_NotLearnedYet_TellsBoundsAndWhatItKnows()
    {
        await using TestToken token = await PluggedInAsync(TimeSpan.Zero);
        string clock = await _host.OutputAsync("clock");
        Assert.Contains("\nbound\t+-1 s, says the token\n", clock, StringComparison.Ordinal);
        Assert.Contains("\nin a year\t+-104 s, if it lies in a drawer until then\n", clock, StringComparison.Ordinal);
        Assert.Contains("\nrate\tnot learned yet", clock, StringComparison.Ordinal);
        Assert.Contains("\naging register\t0 (about 0.0 ppm)\n", clock, StringComparison.Ordinal);
        Assert.Contains("\ntemperature\t25 C\n", clock, StringComparison.Ordinal);
        Assert.EndsWith("\njumps\t0\n", clock, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClockSet_OffByLittle_AsksNobodyAndIsRemembered()
    {
        // Nobody is there to press: a token that asked would fail this.
        await using TestToken token = await TestToken.PluggedIntoAsync(
            _host, new VirtualTokenOptions { ClockOffset = TimeSpan.FromMilliseconds(400) });
        using JsonDocument json = JsonDocument.Parse(await _host.OutputAsync("clock", "set", "--json"));
        Assert.InRange(json.RootElement.GetProperty("offsetMilliseconds").GetInt32(), -150, 150);
        JsonElement comparison = Assert.Single(json.RootElement.GetProperty("comparisons").EnumerateArray());
        Assert.InRange(comparison.GetProperty("gainedMilliseconds").GetInt32(), 250, 550);
        Assert.Equal(0, json.RootElement.GetProperty("accuracy").GetProperty("jumps").GetInt32());
    }

    [Fact]
    public async Task ClockSet_OffByMuch_NeedsTheButtonHeldAndIsCounted()
    {
        await using TestToken token = await PluggedInAsync(TimeSpan.FromSeconds(90));
        CliResult set = await _host.RunAsync("clock", "set");
        Assert.Equal("hwtoken: hold the button on the token (30 s): let its clock jump\n", set.Error);
        Assert.Equal(ExitStatus.Done, set.Status);
        Assert.Matches("\noffset\t[+-][0-9]{1,3} ms, give or take", set.Output);
        Assert.Contains("\njumps\t1, 1 of them back\n", set.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClockSet_NeverSet_Runs()
    {
        await using TestToken token = await PluggedInAsync(null);
        Assert.StartsWith("clock\tnever set\nhost\t", await _host.OutputAsync("clock"), StringComparison.Ordinal);

        CliResult set = await _host.RunAsync("clock", "set", "--json");
        Assert.Equal("hwtoken: press the button on the token (30 s): set its clock\n", set.Error);
        Assert.Equal(ExitStatus.Done, set.Status);
        using JsonDocument json = JsonDocument.Parse(set.Output);
        Assert.Equal("running", json.RootElement.GetProperty("state").GetString());
        Assert.InRange(json.RootElement.GetProperty("offsetSeconds").GetInt32(), -1, 1);
        Assert.NotNull(json.RootElement.GetProperty("lastSet").GetString());
        Assert.Single(json.RootElement.GetProperty("comparisons").EnumerateArray());
    }
}
