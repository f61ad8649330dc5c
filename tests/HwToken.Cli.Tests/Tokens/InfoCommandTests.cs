using System.Text.Json;
using HwToken.Virtual;

namespace HwToken.Cli.Tests.Tokens;

public sealed class InfoCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Info_Token_TellsEverything()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Attended with { ClockOffset = TimeSpan.Zero });
        Assert.Matches(
            $"""
            ^port	{token.Port}
            serial	[A-Z2-7]+
            firmware	\d+\.\d+\.\d+
            board	virtual
            accounts	1 of 100
            power	USB
            (battery	\d\.\d\d V
            )?clock	running
            token	\d+-\d\d-\d\d \d\d:\d\d:\d\d UTC
            host	\d+-\d\d-\d\d \d\d:\d\d:\d\d UTC
            offset	[+-]?[01] s, give or take 1 s
            bound	\+-1 s, says the token
            last set	\d+-\d\d-\d\d \d\d:\d\d:\d\d UTC
            pin	not set
            seal	none
            openings	0
            $
            """.ReplaceLineEndings("\n"),
            await _host.OutputAsync("info"));
    }

    [Fact]
    public async Task Info_Json_HasNumbersForNumbers()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        using JsonDocument json = JsonDocument.Parse(await _host.OutputAsync("info", "--json"));
        JsonElement info = json.RootElement;
        Assert.Equal(token.Port, info.GetProperty("port").GetString());
        Assert.Equal(1, info.GetProperty("accounts").GetInt32());
        Assert.Equal(100, info.GetProperty("capacity").GetInt32());
        Assert.True(info.GetProperty("externalPower").GetBoolean());
        Assert.True(info.TryGetProperty("batteryMillivolts", out _));
        Assert.Equal("unknown", info.GetProperty("radio").GetString()); // a desktop's is not the token's
        Assert.Equal(JsonValueKind.Null, info.GetProperty("freeHeapBytes").ValueKind);
        Assert.Equal(JsonValueKind.Null, info.GetProperty("lastFault").ValueKind);
        Assert.Equal("running", info.GetProperty("clock").GetProperty("state").GetString());
    }

    [Fact]
    public async Task Info_ClockNeverSet_IsNoFailure()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, new VirtualTokenOptions { AgreeAfter = TimeSpan.Zero });
        string info = await _host.OutputAsync("info");
        Assert.Contains("\nclock\tnever set\nhost\t", info, StringComparison.Ordinal);
        Assert.DoesNotContain("offset", info, StringComparison.Ordinal);
    }
}
