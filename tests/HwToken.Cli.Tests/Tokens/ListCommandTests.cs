using System.Text.Json;
using HwToken.Client;
using HwToken.Client.Transports;

namespace HwToken.Cli.Tests.Tokens;

public sealed class ListCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task List_Pipe_IsTabSeparatedWithoutHeadings()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        Assert.Matches($"^{token.Port}\t[A-Z2-7]{{8}}\tready\t10c4:ea60\tCP2102N\n$", await _host.OutputAsync("list"));
    }

    [Fact]
    public async Task List_Terminal_HasHeadings()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        _host.IsOutputTerminal = true;
        _host.Environment["NO_COLOR"] = "1";
        string[] lines = (await _host.OutputAsync("list")).Split('\n');
        Assert.Matches("^PORT +SERIAL +STATE +USB +PRODUCT$", lines[0]);
        Assert.Matches($"^{token.Port}  [A-Z2-7]{{8}}  ready  10c4:ea60  CP2102N$", lines[1]);
    }

    [Fact]
    public async Task List_Json_IsAnArray()
    {
        await using TestToken first = await TestToken.PluggedIntoAsync(_host);
        await using TestToken second = await TestToken.PluggedIntoAsync(_host);
        using JsonDocument json = JsonDocument.Parse(await _host.OutputAsync("list", "--json"));
        Assert.Equal([first.Port, second.Port], json.RootElement.EnumerateArray().Select(t => t.GetProperty("port").GetString()));
        Assert.Equal(8, json.RootElement[0].GetProperty("serial").GetString()!.Length);
    }

    [Fact]
    public async Task List_UsedByAnotherHwToken_IsListedWithoutItsSerial()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        await using TokenClient other = await new TokenFinder(_host.TokenFinding).ConnectAsync(PortAddress.Parse(token.Port));
        Assert.Equal($"{token.Port}\t\tin use\t10c4:ea60\tCP2102N\n", await _host.OutputAsync("list"));
    }
}
