using HwToken.Cli.Errors;

namespace HwToken.Cli.Tests;

public class HelpPagesTests
{
    [Fact]
    public async Task Help_Root_NamesEveryExitStatus()
    {
        using var host = new TestHost();
        string help = await host.OutputAsync("--help");
        foreach (ExitStatus status in Enum.GetValues<ExitStatus>())
        {
            Assert.Matches($@"\b{(int)status}\b", help);
        }
    }

    [Fact]
    public async Task Help_Command_GoesOnWithItsManual()
    {
        using var host = new TestHost();
        Assert.Contains("eval \"$(hwtoken completion bash)\"", await host.OutputAsync("completion", "--help"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_Root_IsTheProductsNotTheTestHosts()
    {
        using var host = new TestHost();
        Assert.Matches(@"^hwtoken 0\.\d+\.\d+\S*\n$", (await host.OutputAsync("--version")).ReplaceLineEndings("\n"));
    }
}
