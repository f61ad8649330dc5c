namespace HwToken.Cli.Tests.Help;

public class UsageErrorTests
{
    [Theory]
    [InlineData("", "'hwtoken' needs a command", "'hwtoken --help' lists them")]
    [InlineData("frobnicate", "unknown command 'frobnicate'", "'hwtoken --help' lists the commands")]
    [InlineData("completoin", "unknown command 'completoin'", "did you mean 'completion'?")]
    [InlineData("acounts list", "unknown command 'acounts'", "did you mean 'accounts'?")]
    [InlineData("--port /dev/x acounts list", "unknown command 'acounts'", "did you mean 'accounts'?")]
    [InlineData("completoin --help", "unknown command 'completoin'", "did you mean 'completion'?")]
    [InlineData("--port", "option '--port' needs a value", "'hwtoken --help' shows its usage")]
    [InlineData("completion", "'hwtoken completion' needs SHELL", "'hwtoken completion --help' shows its usage")]
    [InlineData("completion --frobnicate", "unknown option '--frobnicate'", "'hwtoken completion --help' shows its usage")]
    [InlineData("completion --prot x", "unknown option '--prot'", "did you mean '--port'?")]
    [InlineData("completion bash --jsn", "unknown option '--jsn'", "did you mean '--json'?")]
    [InlineData("completion bash --port", "option '--port' needs a value", "'hwtoken completion --help' shows its usage")]
    public async Task RunAsync_WrongCommandLine_SaysWhatAndWhatElse(string line, string message, string hint)
    {
        using var host = new TestHost();
        await host.FailsAsync(
            ExitStatus.BadUsage,
            $"hwtoken: {message}\nhint: {hint}",
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("completion", "bash", "JBSWY3DPEHPK3PXP")]
    [InlineData("completion", "bash", "--secret=JBSWY3DPEHPK3PXP")]
    [InlineData("completion", "bash", "--secret", "JBSWY3DPEHPK3PXP")]
    public async Task RunAsync_SurplusThatMayBeASecret_IsNotRepeated(params string[] arguments)
    {
        using var host = new TestHost();
        CliResult result = await host.RunAsync(arguments);
        Assert.Equal(ExitStatus.BadUsage, result.Status);
        Assert.DoesNotContain("JBSWY3DP", result.Error, StringComparison.Ordinal);
    }
}
