using HwToken.Cli.Errors;

namespace HwToken.Cli.Tests.Running;

public class UsageErrorTests
{
    private const string SessionCommands = "it is one of hwtoken login, hwtoken export, hwtoken exec, hwtoken credential-process";

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
    [InlineData("list --region x", "'hwtoken list' takes no option '--region'", SessionCommands)]
    [InlineData("completion bash --endpoint-url=x", "'hwtoken completion' takes no option '--endpoint-url'", SessionCommands)]
    [InlineData("--region x login", "option '--region' is in front of its command", "write it after 'hwtoken login'")]
    [InlineData("info --qr x", "'hwtoken info' takes no option '--qr'", "it is one of hwtoken accounts add")]
    [InlineData("completion bash --port", "option '--port' needs a value", "'hwtoken completion --help' shows its usage")]
    public async Task RunAsync_WrongCommandLine_SaysWhatAndWhatElse(string line, string message, string hint)
    {
        using var host = new TestHost();
        await host.FailsAsync(
            ExitStatus.BadUsage,
            $"hwtoken: {message}\nhint: {hint}",
            line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>As a variable that is not set: it must neither mean the default nor be looked up.</summary>
    [Theory]
    [InlineData("PROFILE", "login", "")]
    [InlineData("PROFILE", "clear", "")]
    [InlineData("PROFILE", "exec", "", "--", "sh", "")]
    [InlineData("option '--duration'", "exec", "mfa", "--duration", "", "--", "sh")]
    [InlineData("option '--source-profile'", "credential-process", "--source-profile", "")]
    [InlineData("option '--mfa-serial'", "code", "--mfa-serial", "")]
    [InlineData("option '--port'", "--port", "", "list")]
    [InlineData("NAME", "accounts", "add", "", "--secret-stdin")]
    [InlineData("OLD", "accounts", "rename", "", "x")]
    [InlineData("NUMBER", "seal", "")]
    [InlineData("SHELL", "completion", "")]
    public async Task RunAsync_EmptyValue_IsNamed(string what, params string[] arguments)
    {
        using var host = new TestHost();
        await host.FailsAsync(
            ExitStatus.BadUsage,
            $"hwtoken: {what} is empty\nhint: write the value itself, or check the variable that it comes from",
            arguments);
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
