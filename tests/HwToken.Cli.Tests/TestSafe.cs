using HwToken.Cli.Errors;
using HwToken.Virtual;

namespace HwToken.Cli.Tests;

/// <summary>A token's way into the safe, for tests of what lies there.</summary>
internal static class TestSafe
{
    public static async Task SealAsync(this TestHost host, uint number = 1042)
    {
        CliResult result = await host.RunAsync("seal", $"{number}");
        Assert.Equal(ExitStatus.Done, result.Status);
    }

    /// <summary>The end of the log, as stdout tells it with --json.</summary>
    public static async Task<string> HeadAsync(this TestHost host)
    {
        CliResult result = await host.RunAsync("audit", "--json");
        using var json = System.Text.Json.JsonDocument.Parse(result.Output);
        return json.RootElement.GetProperty("head").GetString()!;
    }

    /// <summary>An attended token whose clock is as right as this computer's.</summary>
    public static VirtualTokenOptions OnTime => TestToken.Attended with { ClockOffset = TimeSpan.Zero };
}
