using HwToken.TestKit.Device;
using HwToken.Virtual.Chips;

namespace HwToken.EndToEnd.Tests;

/// <summary>hwtoken on a terminal of its own, which script(1) makes and records.</summary>
public class TerminalTests
{
    private const string Key = "JBSWY3DPEHPK3PXP";

    private static Running StartOnTerminal(Scene scene, string command) => Running.Start(
        scene.Workspace, ExternalTool.Find("script")!, "--quiet", "--return", "--command", command, "/dev/null");

    private static async Task TypeAsync(Running running, string text)
    {
        await running.Input.WriteAsync(text);
        await running.Input.FlushAsync();
    }

    [FactNeeding("script", "setsid")]
    public async Task AccountsAdd_KeyTyped_IsNeverSeen()
    {
        await using Scene scene = await Scene.SetAsync();
        using Running running = StartOnTerminal(scene, "hwtoken accounts add github:alice");
        await running.SeesOutputAsync("Key of github:alice (base32, not shown): ");
        foreach (char c in Key + "\r")
        {
            await TypeAsync(running, c.ToString());
        }

        Result result = await running.EndAsync();
        Assert.Equal(0, result.Status);
        Assert.Contains("github:alice is on the token", result.Output, StringComparison.Ordinal);
        Assert.Contains("not shown): \r\n", result.Output, StringComparison.Ordinal);
        Assert.Matches(
            @"the token must show for github:alice: \d{3} \d{3} \(\d+ s more\), then \d{3} \d{3}; press its button and compare\r\n", result.Output);

        Result list = await scene.HwTokenAsync("accounts", "list");
        Assert.Contains("github:alice\tSHA1\t6\t30\n", list.Output, StringComparison.Ordinal);
    }

    [FactNeeding("script", "setsid")]
    public async Task Code_Terminal_CountsDownOnOneLineAndLeavesTheCodeAlone()
    {
        await using Scene scene = await Scene.SetAsync();
        using Running running = StartOnTerminal(scene, "hwtoken code 2>/dev/null");
        Result result = await running.EndAsync();
        Assert.Equal(0, result.Status);
        Assert.Matches(@"^\rpress the button on the token \(30 s\): code of [^\r\n]+(\r[^\r\n]+)*\r +\r\d{6}\r\n$", result.Output);
    }

    [FactNeeding("script", "setsid")]
    public async Task CredentialProcess_StandardStreamsTaken_AsksOnTheTerminal()
    {
        await using Scene scene = await Scene.SetAsync();
        string file = scene.Workspace.PathOf("out");
        using Running running = StartOnTerminal(
            scene, $"hwtoken credential-process --source-profile alice-keys --mfa-serial {Scene.MfaSerial} </dev/null >{file} 2>&1");
        Result result = await running.EndAsync();
        Assert.Equal(0, result.Status);
        Assert.StartsWith("\rpress the button on the token (30 s): aws: ", result.Output, StringComparison.Ordinal);
        Assert.StartsWith("{\n  \"Version\": 1,", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
    }

    [FactNeeding("script", "setsid")]
    public async Task Exec_PinWasTyped_LeavesTheProgramATerminalAsItWas()
    {
        const string Pin = "258013";
        await using Scene scene = await Scene.SetAsync();
        await File.AppendAllTextAsync(scene.Workspace.PathOf(".aws", "config"), "[profile keys]\nregion = eu-central-1\n");
        using (Running setting = StartOnTerminal(scene, "hwtoken pin set && hwtoken pin lock"))
        {
            await TypeLettersAsync(scene, setting, Pin, "not shown here): ", "Once more: ");
            Result set = await setting.EndAsync();
            Assert.True(set.Status == 0, set.Output);
        }

        using Running running = StartOnTerminal(
            scene, $"hwtoken exec keys --mfa-serial {Scene.MfaSerial} --source-profile alice-keys -- stty -a");
        await TypeLettersAsync(scene, running, Pin, "not shown here): ");
        Result result = await running.EndAsync();
        Assert.Equal(0, result.Status);
        Assert.Matches(" icanon .* echo ", result.Output.ReplaceLineEndings(" "));
        Assert.DoesNotMatch(@"\e\[\?1h(?!.*\e\[\?1l)", result.Output.ReplaceLineEndings(" "));
    }

    /// <summary>Types the letters of a PIN when the token shows some, at each of these questions.</summary>
    private static async Task TypeLettersAsync(Scene scene, Running running, string pin, params string[] questions)
    {
        var shown = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(PanelPicture picture)
        {
            if (PanelLetters.Of(picture, pin) is { } letters)
            {
                shown.TrySetResult(letters);
            }
        }

        scene.Token.ScreenChanged += Look;
        Look(scene.Token.Screen);
        string line = await shown.Task.WaitAsync(TimeSpan.FromMinutes(1)) + "\r";
        scene.Token.ScreenChanged -= Look;
        foreach (string question in questions)
        {
            await running.SeesOutputAsync(question);
            foreach (char c in line)
            {
                await TypeAsync(running, c.ToString());
            }
        }
    }

    [FactNeeding("script", "setsid")]
    public async Task Code_CtrlCOnTheTerminal_Is130AndLeavesTheTerminalAsItWas()
    {
        await using Scene scene = await Scene.SetAsync(agrees: false);
        // The shell gets the signal too, and is to go on.
        using Running running = StartOnTerminal(scene, "trap : INT; hwtoken code; echo status $?; stty -a");
        await running.SeesOutputAsync("press the button on the token");
        await TypeAsync(running, "\u0003");
        Result result = await running.EndAsync();
        Assert.Contains("\e[31mhwtoken:\e[0m cancelled\r\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("status 130", result.Output, StringComparison.Ordinal);
        Assert.Contains(" echo ", result.Output, StringComparison.Ordinal);
        Assert.Contains(" icanon ", result.Output, StringComparison.Ordinal);
    }
}
