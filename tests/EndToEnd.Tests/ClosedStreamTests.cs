namespace HwToken.EndToEnd.Tests;

/// <summary>What a caller that closes hwtoken's streams, or cannot take what they carry, sees.</summary>
public class ClosedStreamTests
{
    /// <param name="redirection">As bash reads it.</param>
    private static Task<Result> RunAsync(Workspace workspace, string redirection, params string[] arguments) => Running.RunAsync(
        workspace, "bash", ["-c", $"\"$@\" {redirection}", "bash", Programs.HwToken, .. arguments]);

    /// <summary>Without them the runtime's own files get their numbers, and an exception that nobody handles ends in 134.</summary>
    [TheoryNeeding("bash")]
    [InlineData("<&- >&- 2>&-", "--version", 1)]
    [InlineData(">&- 2>&-", "--help", 1)]
    [InlineData(">&- 2>&-", "no-such-command", 2)]
    [InlineData("<&- >&- 2>&-", "sessions", 0)]
    [InlineData("<&- >&- 2>&-", "list", 3)]
    [InlineData("2>&-", "list", 3)]
    public async Task Closed_AnyCommand_EndsWithItsStatus(string redirection, string command, int status)
    {
        using var workspace = new Workspace();
        workspace.Environment["HWTOKEN_PORT"] = workspace.PathOf("no-port");
        Assert.Equal(new Result(status, "", ""), await RunAsync(workspace, redirection, command));
    }

    [TheoryNeeding("bash")]
    [InlineData("credential-process", Scene.Profile)]
    [InlineData("export", Scene.Profile)]
    [InlineData("code")]
    [InlineData("accounts", "add", "github:alice", "--generate")]
    public async Task StdoutClosed_WhatIsForStdout_IsRefusedWithoutAPress(params string[] arguments)
    {
        await using Scene scene = await Scene.SetAsync();
        Assert.Equal(
            new Result(1, "", "hwtoken: stdout is closed: the token was not asked\nhint: send stdout to a terminal, a file or a program\n"),
            await RunAsync(scene.Workspace, ">&-", arguments));
        Assert.Equal(0, scene.Presses);
    }

    [TheoryNeeding("bash")]
    [InlineData(">&-", "it is closed")]
    [InlineData(">/dev/full", "no space left on device")]
    public async Task StdoutTakesNothing_OtherCommand_SaysSo(string redirection, string reason)
    {
        await using Scene scene = await Scene.SetAsync();
        Result result = await RunAsync(scene.Workspace, redirection, "info");
        Assert.Equal((1, ""), (result.Status, result.Output));
        Assert.StartsWith($"hwtoken: cannot write to stdout: {reason}", result.Error, StringComparison.Ordinal);
    }

    [FactNeeding("bash")]
    public async Task StdoutFull_Session_IsKeptAndThatIsSaid()
    {
        await using Scene scene = await Scene.SetAsync();
        Result full = await RunAsync(scene.Workspace, ">/dev/full", "credential-process", Scene.Profile);
        Assert.Equal(1, full.Status);
        Assert.EndsWith(
            "\nhint: the session is kept: the same command prints it without a press\n", full.Error, StringComparison.Ordinal);
        Result again = await scene.HwTokenAsync("credential-process", Scene.Profile);
        Assert.Equal((0, ""), (again.Status, again.Error));
        Assert.Equal(1, scene.Sessions);
    }

    [FactNeeding("bash")]
    public async Task StdoutFull_Code_IsSaidToBeUsed()
    {
        await using Scene scene = await Scene.SetAsync();
        Result full = await RunAsync(scene.Workspace, ">/dev/full", "code");
        Assert.Equal(1, full.Status);
        Assert.EndsWith(
            "\nhint: the code counts as used for an AWS account: ask for the next one\n", full.Error, StringComparison.Ordinal);
    }

    /// <summary>What hwtoken opens must not get the number of a closed stream, and the program is to miss it, too.</summary>
    [FactNeeding("bash")]
    public async Task StdoutClosed_Exec_IsClosedInTheProgram()
    {
        await using Scene scene = await Scene.SetAsync();
        Result result = await RunAsync(
            scene.Workspace, "<&- >&-", "exec", Scene.Profile, "--", "bash", "-c", "for n in 0 1; do [ -e /proc/$$/fd/$n ] && echo $n >&2; done; exit 9");
        Assert.Equal(9, result.Status);
        Assert.DoesNotMatch(@"(?m)^[01]$", result.Error);
    }
}
