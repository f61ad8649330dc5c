namespace HwToken.Cli.Tests.Help;

public class HelpPagesTests
{
    [Fact]
    public async Task Help_Root_NamesEveryExitStatus()
    {
        using var host = new TestHost();
        Assert.Equal(0, await host.RunAsync("--help"));
        foreach (ExitStatus status in Enum.GetValues<ExitStatus>())
        {
            Assert.Matches($@"\b{(int)status}\b", host.Output);
        }
    }

    [Fact]
    public async Task Help_Command_GoesOnWithItsManual()
    {
        using var host = new TestHost();
        Assert.Equal(0, await host.RunAsync("completion", "--help"));
        Assert.Contains("eval \"$(hwtoken completion bash)\"", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_Root_IsTheProductsNotTheTestHosts()
    {
        using var host = new TestHost();
        Assert.Equal(0, await host.RunAsync("--version"));
        Assert.Matches(@"^hwtoken 0\.\d+\.\d+\S*\n$", host.Output.ReplaceLineEndings("\n"));
    }
}
