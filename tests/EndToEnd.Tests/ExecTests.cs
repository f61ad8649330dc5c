using System.Runtime.Versioning;
using System.Text.RegularExpressions;

namespace HwToken.EndToEnd.Tests;

/// <summary>What a program that <c>hwtoken exec</c> runs, and those who wait for it, see.</summary>
public class ExecTests
{
    private static string[] Exec(params string[] command) =>
    [
        "exec", "keys", "--mfa-serial", Scene.MfaSerial, "--source-profile", "alice-keys", "--region", "eu-central-1", "--", .. command,
    ];

    private static async Task<Scene> SetAsync()
    {
        Scene scene = await Scene.SetAsync();
        await File.AppendAllTextAsync(scene.Workspace.PathOf(".aws", "config"), "[profile keys]\nregion = eu-central-1\n");
        return scene;
    }

    [UnixFact]
    public async Task Exec_Program_GetsTheSessionAndItsExitStatusIsPassedOn()
    {
        await using Scene scene = await SetAsync();
        Result result = await scene.HwTokenAsync(Exec("sh", "-c", "echo $AWS_ACCESS_KEY_ID $AWS_REGION \"$0\"; exit 42", "an argument"));
        Assert.Equal(42, result.Status);
        Assert.Matches("^ASIA[A-Z0-9]+ eu-central-1 an argument\n$", result.Output);
    }

    /// <summary>The SDKs put it into host names.</summary>
    [UnixFact]
    public async Task Exec_AnotherAccountInTheCallersEnvironment_IsTheSessionsInTheProgram()
    {
        await using Scene scene = await SetAsync();
        scene.Workspace.Environment["AWS_ACCOUNT_ID"] = "999999999999";
        Assert.Equal("123456789012\n", (await scene.HwTokenAsync(Exec("sh", "-c", "echo $AWS_ACCOUNT_ID"))).Output);
    }

    [UnixFact]
    public async Task Exec_Program_IsTheProcessThatWasStarted()
    {
        await using Scene scene = await SetAsync();
        using Running running = scene.StartHwToken(Exec("sh", "-c", "echo $$; exec cat"));
        await running.SeesOutputAsync("\n");
        await running.SignalAsync("TERM");
        Result result = await running.EndAsync();
        // 128 + SIGTERM: the signal reached the program itself, and nothing of hwtoken was there to catch it.
        Assert.Equal(143, result.Status);
        Assert.Equal($"{running.Id}\n", result.Output);
    }

    [UnixFact]
    public async Task Exec_WriterIntoAClosedPipe_EndsAsUsual()
    {
        await using Scene scene = await SetAsync();
        // Where SIGPIPE is ignored, yes reports "Broken pipe" and ends with 1.
        Result result = await scene.HwTokenAsync(Exec("bash", "-c", "yes | head -n 1; echo ${PIPESTATUS[0]}"));
        Assert.Equal((0, "y\n141\n"), (result.Status, result.Output));
    }

    [UnixFact]
    [UnsupportedOSPlatform("windows")]
    public async Task Exec_ScriptWithoutItsFirstLine_IsRunByTheShell()
    {
        await using Scene scene = await SetAsync();
        string script = scene.Workspace.PathOf("script");
        await File.WriteAllTextAsync(script, "echo ran $1\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Result result = await scene.HwTokenAsync(Exec(script, "x"));
        Assert.Equal((0, "ran x\n"), (result.Status, result.Output));
    }

    [FactNeeding("setsid", "od")]
    public async Task Exec_ArgumentThatIsNoUtf8_ReachesTheProgramAsItIs()
    {
        await using Scene scene = await SetAsync();
        // As a shell gives it: an argument of this test would be UTF-8.
        Result result = await Running.RunAsync(
            scene.Workspace, "bash", ["-c", "\"$@\" $'a\\xff\\xfe' | od -An -tx1", "bash", Programs.HwToken, .. Exec("printf", "%s")]);
        Assert.Equal((0, " 61 ff fe\n"), (result.Status, result.Output));
    }

    /// <summary>The lines of the page, in the shells that they are for.</summary>
    [TheoryNeeding("bash", "zsh", "fish")]
    [InlineData("bash", "PS1='> '; LINE; printf %s \"${PS1@P}\"", "(work) > ")]
    [InlineData("zsh", "PROMPT='> '; LINE; print -nP -- \"$PROMPT\"", "(work) > ")]
    [InlineData("fish", "LINE; fish_right_prompt", "(work)\n")]
    public async Task PromptLine_OfThePage_ShowsTheProfileWhereThereIsOne(string shell, string script, string prompt)
    {
        string page = await File.ReadAllTextAsync(Repository.PathOf("host", "HwToken.Cli", "README.md"));
        string line = Regex.Match(page, $@"(?m)^\| {shell} \| `[^`]+` \| `([^`]+)` \|$").Groups[1].Value;
        script = script.Replace("LINE", line, StringComparison.Ordinal);
        using var workspace = new Workspace();
        Assert.Equal(
            prompt.Replace("(work)", "", StringComparison.Ordinal).Trim(), (await Running.RunAsync(workspace, shell, "-c", script)).Output.Trim());
        workspace.Environment["HWTOKEN_PROFILE"] = "work";
        Assert.Equal(new Result(0, prompt, ""), await Running.RunAsync(workspace, shell, "-c", script));
    }

    [UnixFact]
    public async Task Exec_NoCommand_IsTheUsersShell()
    {
        await using Scene scene = await SetAsync();
        scene.Workspace.Environment["AWS_PROFILE"] = Scene.Profile;
        scene.Workspace.Environment["SHELL"] = "/bin/sh";
        using Running running = scene.StartHwToken("exec");
        await running.Input.WriteAsync("echo $HWTOKEN_PROFILE $AWS_ACCESS_KEY_ID\nhwtoken exec\nexit 7\n");
        running.Input.Close();
        Result result = await running.EndAsync();
        Assert.Equal(7, result.Status);
        Assert.Matches("^work ASIA[A-Z0-9]+\n$", result.Output);
        Assert.Matches(
            "^hwtoken: press the button .*\nhwtoken: a shell with the session of work, .*\nhwtoken: this shell has the session of work already\n",
            result.Error);
    }

    [UnixFact]
    public async Task Exec_NoSuchProgram_Is127WithoutAPress()
    {
        await using Scene scene = await SetAsync();
        Result result = await scene.HwTokenAsync(Exec("hwtoken-no-such-program"));
        Assert.Equal(
            new Result(127, "", "hwtoken: command not found: hwtoken-no-such-program\nhint: check its spelling and PATH, or give its path\n"),
            result);
        Assert.Equal(0, scene.Presses);
    }
}
