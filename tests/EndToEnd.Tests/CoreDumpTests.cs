namespace HwToken.EndToEnd.Tests;

/// <summary>A core file would have keys and codes in it.</summary>
public class CoreDumpTests
{
    /// <summary>A file says which process to end; bash says on stderr how it ended, and whether there is a core.</summary>
    private static Running Start(Scene scene, params string[] command) => Running.Start(
        scene.Workspace,
        "bash",
        ["-c", "ulimit -c unlimited; sh -c 'echo $$ >pid; exec \"$@\"' sh \"$@\"; exit $?", "bash", Programs.HwToken, .. command]);

    private static async Task<Result> EndAsync(Running running, Scene scene, string signal)
    {
        // Again until it has ended: the runtime's own handler takes the first one, and leaves the next to the system.
        await Running.RunAsync(scene.Workspace, "bash", "-c", $"while kill -{signal} $(cat pid) 2>/dev/null; do :; done");
        return await running.EndAsync();
    }

    [TheoryNeedingCores]
    [InlineData("ABRT", 134)]
    [InlineData("SEGV", 139)]
    [InlineData("QUIT", 131)]
    public async Task HwToken_ThatCrashes_LeavesNoCore(string signal, int status)
    {
        await using Scene scene = await Scene.SetAsync(agrees: false);
        using Running running = Start(scene, "credential-process", Scene.Profile);
        await running.SeesErrorAsync("press the button");
        Result result = await EndAsync(running, scene, signal);
        Assert.Equal(status, result.Status);
        Assert.DoesNotContain("core dumped", result.Error, StringComparison.Ordinal);
    }

    [TheoryNeedingCores]
    [InlineData("ABRT", 134)]
    public async Task Program_ThatExecRuns_LeavesItsCoreAsEver(string signal, int status)
    {
        await using Scene scene = await Scene.SetAsync();
        using Running running = Start(scene, "exec", Scene.Profile, "--", "sh", "-c", "echo ready >&2; exec sleep 60");
        await running.SeesErrorAsync("ready");
        Result result = await EndAsync(running, scene, signal);
        Assert.Equal(status, result.Status);
        Assert.Contains("core dumped", result.Error, StringComparison.Ordinal);
    }
}
