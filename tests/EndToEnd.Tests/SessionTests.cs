using HwToken.Virtual.Chips;

namespace HwToken.EndToEnd.Tests;

/// <summary>From the press of a button to an AWS identity, with real programs on both sides of hwtoken.</summary>
public class SessionTests
{
    private const string Alice = "arn:aws:iam::123456789012:user/alice\n";

    private static readonly string[] CredentialProcess =
        ["credential-process", "--source-profile", "alice-keys", "--mfa-serial", Scene.MfaSerial, "--region", "eu-central-1"];

    [FactNeeding("/usr/bin/aws")]
    public async Task AwsCli_ProfileWithCredentialProcess_GetsItsIdentityFromOnePress()
    {
        await using Scene scene = await Scene.SetAsync();

        Result who = await scene.WhoAmIAsync();

        Assert.Equal(new Result(0, Alice, ""), who);
        Assert.Equal((1, 1), (scene.Presses, scene.Sessions));
    }

    [FactNeeding("/usr/bin/aws")]
    public async Task AwsCli_ManyAtOnce_CauseOnePressAndOneStsCall()
    {
        await using Scene scene = await Scene.SetAsync();

        Result[] all = await Task.WhenAll(Enumerable.Range(0, Effort.Cases(few: 5, full: 20)).Select(_ => scene.WhoAmIAsync()));

        Assert.All(all, who => Assert.Equal(new Result(0, Alice, ""), who));
        Assert.Equal((1, 1), (scene.Presses, scene.Sessions));
    }

    [FactNeeding("/usr/bin/aws")]
    public async Task AwsCli_TokenUnpluggedAfterwards_UsesTheCachedSession()
    {
        await using Scene scene = await Scene.SetAsync();
        await scene.WhoAmIAsync();
        await scene.UnplugAsync();

        Result who = await scene.WhoAmIAsync();

        Assert.Equal(new Result(0, Alice, ""), who);
        Assert.Equal((1, 1), (scene.Presses, scene.Sessions));
    }

    /// <summary>A log on a full disk, or none at all, is no reason to hand out no credentials.</summary>
    [UnixFact]
    public async Task CredentialProcess_StderrTakesNothing_HandsOutTheSession()
    {
        await using Scene scene = await Scene.SetAsync();
        string command = $"hwtoken {string.Join(' ', CredentialProcess)}";

        foreach (string stderr in new[] { "2>/dev/full", "2>&-" })
        {
            Result result = await Running.RunAsync(scene.Workspace, "/bin/sh", "-c", $"{command} {stderr}");
            Assert.Equal(0, result.Status);
            Assert.StartsWith("{\n  \"Version\": 1,", result.Output, StringComparison.Ordinal);
        }

        Assert.Equal(4, (await Running.RunAsync(scene.Workspace, "/bin/sh", "-c", "hwtoken code nope 2>/dev/full")).Status);
        Assert.Equal(2, (await Running.RunAsync(scene.Workspace, "/bin/sh", "-c", "hwtoken code --foo 2>&-")).Status);
    }

    [UnixFact]
    public async Task Help_StdoutTakesNothing_SaysSo()
    {
        await using Scene scene = await Scene.SetAsync();

        foreach (string command in new[] { "hwtoken --help >/dev/full", "hwtoken --version >&-", "hwtoken list >&-" })
        {
            Result result = await Running.RunAsync(scene.Workspace, "/bin/sh", "-c", command);
            Assert.Equal(1, result.Status);
            Assert.Matches("^hwtoken: cannot write to stdout: [^\n]+\nhint: make room where it goes", result.Error);
        }
    }

    /// <summary>What is sent over plain HTTP does not leave this computer.</summary>
    [UnixFact]
    public async Task CredentialProcess_ProxyInTheEnvironment_IsNotUsedForThisComputer()
    {
        await using Scene scene = await Scene.SetAsync();
        scene.Workspace.Environment["http_proxy"] = "http://127.0.0.1:9";

        Result result = await scene.HwTokenAsync(CredentialProcess);

        Assert.Equal((0, ""), (result.Status, result.Error.Contains("127.0.0.1", StringComparison.Ordinal) ? result.Error : ""));
        Assert.Equal(1, scene.Sessions);
    }

    [UnixFact]
    public Task CredentialProcess_TerminatedWhileWaiting_TakesTheQuestionBack() => TakesTheQuestionBackAsync("TERM", 143);

    [UnixFact]
    public Task CredentialProcess_TerminalClosedWhileWaiting_TakesTheQuestionBack() => TakesTheQuestionBackAsync("HUP", 129);

    private static async Task TakesTheQuestionBackAsync(string signal, int status)
    {
        await using Scene scene = await Scene.SetAsync(agrees: false);
        using Running waiting = scene.StartHwToken(CredentialProcess);
        await waiting.SeesErrorAsync("press the button");

        await waiting.SignalAsync(signal);
        Result ended = await waiting.EndAsync();

        Assert.Equal((status, ""), (ended.Status, ended.Output));
        Golden.Check("screens/outcome-cancelled.txt", PanelText.HalfBlocks(scene.Token.Screen));
    }

    [FactNeeding("nohup")]
    public async Task Code_UnderNohup_OutlivesTheTerminal()
    {
        await using Scene scene = await Scene.SetAsync(agrees: false);
        using Running waiting = Running.Start(scene.Workspace, ExternalTool.Find("nohup")!, Programs.HwToken, "code");
        await waiting.SeesErrorAsync("press the button");

        await waiting.SignalAsync("HUP");
        Task<Result> ending = waiting.EndAsync();
        while (!ending.IsCompleted)
        {
            // A press that comes too soon after the question is no answer.
            await scene.Token.PressAsync();
        }

        Result result = await ending;
        Assert.Equal(0, result.Status);
        Assert.Matches(@"^\d{6}\n$", result.Output);
    }

    [UnixFact]
    public async Task CredentialProcess_InterruptedWhileWaiting_TakesTheQuestionBack()
    {
        await using Scene scene = await Scene.SetAsync(agrees: false);
        using Running waiting = scene.StartHwToken(CredentialProcess);
        await waiting.SeesErrorAsync("press the button");

        await waiting.SignalAsync("INT");
        Result interrupted = await waiting.EndAsync();

        Assert.Equal((130, ""), (interrupted.Status, interrupted.Output));
        // Nobody has to wait for a question that nobody asks any more.
        Golden.Check("screens/outcome-cancelled.txt", PanelText.HalfBlocks(scene.Token.Screen));
        Assert.Equal((0, 0), (scene.Presses, scene.Sessions));
    }

    [UnixFact]
    public async Task CredentialProcess_KilledWhileWaiting_LeavesNoLockBehind()
    {
        await using Scene scene = await Scene.SetAsync(agrees: false);
        using (Running killed = scene.StartHwToken(CredentialProcess))
        {
            await killed.SeesErrorAsync("press the button");
            await killed.SignalAsync("KILL");
            await killed.EndAsync();
        }

        using Running next = scene.StartHwToken(CredentialProcess);
        await next.SeesErrorAsync("press the button");
        Task<Result> end = next.EndAsync();
        while (!end.IsCompleted)
        {
            // A press that comes too soon after the question is no answer.
            await scene.Token.PressAsync();
        }

        Assert.Equal(0, (await end).Status);
        Assert.Equal(1, scene.Sessions);
    }

    [UnixFact]
    public async Task CredentialProcess_UnpluggedWhileWaiting_SaysSo()
    {
        await using Scene scene = await Scene.SetAsync(agrees: false);
        using Running waiting = scene.StartHwToken(CredentialProcess);
        await waiting.SeesErrorAsync("press the button");

        await scene.UnplugAsync();
        Result unplugged = await waiting.EndAsync();

        Assert.Equal((1, ""), (unplugged.Status, unplugged.Output));
        Assert.Contains("was unplugged\n", unplugged.Error, StringComparison.Ordinal);
        Assert.Contains("hint: ", unplugged.Error, StringComparison.Ordinal);
    }
}
