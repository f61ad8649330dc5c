using System.Diagnostics;

namespace HwToken.Demo.Tests;

/// <summary>The demonstration as the README starts it, in a pipe.</summary>
[Trait(Real.Name, Real.Yes)]
public class DemonstrationTests
{
    /// <summary>A guard against a program that hangs.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    [Fact]
    public async Task Run_InAPipe_TellsTheWholeStoryInPlainTextAndLeavesTheHomeAlone()
    {
        DirectoryInfo home = Directory.CreateTempSubdirectory("hwtoken-demo-home-");
        (int status, string output, string error) = await RunAsync(home.FullName);

        Assert.Equal((0, ""), (status, error));
        Assert.Contains("$ hwtoken credential-process demo", output, StringComparison.Ordinal);
        Assert.Contains("  * the button is pressed", output, StringComparison.Ordinal);
        Assert.Matches(@"SecretAccessKey  .{4}\.\.\. \(40 characters\)", output);
        Assert.Contains("STS says: account 123456789012, arn:aws:iam::123456789012:user/alice", output, StringComparison.Ordinal);
        Assert.Contains("presses for it: 0; sessions fetched from STS so far: 1", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', output);
        Assert.Empty(home.EnumerateFileSystemInfos());
        home.Delete();
    }

    [Fact]
    public async Task Run_ManualWithoutATerminal_IsRefusedWithTheCure()
    {
        (int status, string output, string error) = await RunAsync(home: null, "--manual");

        Assert.Equal((2, ""), (status, output));
        Assert.Equal(
            "hwtoken-demo: --manual needs a terminal to press keys at\nhint: leave it out, and the button is pressed for you\n",
            error.ReplaceLineEndings("\n"));
    }

    private static async Task<(int Status, string Output, string Error)> RunAsync(string? home, params string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "hwtoken-demo" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
        };
        if (home is not null)
        {
            start.Environment["HOME"] = start.Environment["USERPROFILE"] = home;
            start.Environment.Remove("XDG_CACHE_HOME");
            start.Environment.Remove("HWTOKEN_CACHE_DIR");
        }

        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Limit);
        await process.WaitForExitAsync(limit.Token);
        return (process.ExitCode, await output, await error);
    }
}
