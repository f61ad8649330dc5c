using System.Text.Json;
using HwToken.Virtual;

namespace HwToken.Cli.Tests.Commands;

public sealed class ClockCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    private Task<TestToken> PluggedInAsync(TimeSpan? offset) => TestToken.PluggedIntoAsync(
        _host, new VirtualTokenOptions { AgreeAfter = TimeSpan.Zero, ClockOffset = offset });

    [Theory]
    [InlineData(90, "offset\t[+](89|90|91) s, give or take 1 s\n")]
    [InlineData(-90, "offset\t-(89|90|91) s, give or take 1 s\n")]
    public async Task Clock_Off_SaysByHowMuchAndWhichWay(int seconds, string offset)
    {
        await using TestToken token = await PluggedInAsync(TimeSpan.FromSeconds(seconds));
        Assert.Matches(offset, await _host.OutputAsync("clock"));
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
    }
}
