using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using HwToken.Core.Protocol;
using HwToken.Virtual.Chips;
using HwToken.Virtual.Tests.Support;

namespace HwToken.Virtual.Tests;

/// <summary>The program as a script sees it.</summary>
[Trait(Real.Name, Real.Yes)]
public sealed class ProgramTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private string Link => _folder.File("token");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("unrecognized command or argument '--bottom'", "--bottom")]
    [InlineData("required argument missing for option: '--link'", "--link")]
    [InlineData("--button takes auto, never, stdin or delay:MS (at most 65535), not 'always'", "--button", "always")]
    [InlineData("--drift-ppm takes a number up to 100000 either way, not '1e6'", "--drift-ppm", "1e6")]
    [InlineData("'tcp:1.2.3.4:5' could be reached from the network; only tcp:127.0.0.1:PORT and tcp:[::1]:PORT are taken",
        "--link", "tcp:1.2.3.4:5")]
    public async Task BadUsage_AnyOption_IsTwoWithAMessageAndAHint(string message, params string[] args)
    {
        using ProgramRun program = new(args);

        (int status, string output, string error) = await program.EndAsync();

        Assert.Equal((2, string.Empty), (status, output));
        Assert.Equal($"hwtoken-virtual: {message}\nhint: --help lists the options\n", error.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Help_Asked_ListsEveryOption()
    {
        using ProgramRun program = new("--help");

        (int status, string output, _) = await program.EndAsync();

        Assert.Equal(0, status);
        Assert.All(
            ["--link <PATH>", "--state <FILE>", "--button <auto|never|stdin|delay:MS>", "--clock-offset <SECONDS>",
                "--drift-ppm <N>", "--screen <none|text>"],
            option => Assert.Contains(option, output, StringComparison.Ordinal));
    }

    [UnixFact]
    public async Task Link_SomethingElseThere_IsOneWithAMessageAndAHint()
    {
        File.WriteAllText(Link, "mine");
        using ProgramRun program = new("--link", Link);

        (int status, string output, string error) = await program.EndAsync();

        Assert.Equal((1, string.Empty), (status, output));
        Assert.Equal(
            $"hwtoken-virtual: {Link} exists and is not a virtual token's link\n"
            + "hint: give another path with --link; it was left untouched\n",
            error);
    }

    [UnixFact]
    public async Task Link_NotGiven_IsInTheRuntimeFolder()
    {
        using ProgramRun program = ProgramRun.InRuntimeFolder(_folder.Path, "--button", "never");

        Assert.Equal(_folder.File("hwtoken-virtual"), await program.ReadyAsync());
    }

    [UnixFact]
    public async Task Link_NotGivenAndNoRuntimeFolder_IsTheUsersInTheTemporaryOne()
    {
        using ProgramRun program = ProgramRun.InRuntimeFolder(string.Empty, "--help");

        (_, string output, _) = await program.EndAsync();

        Assert.Matches($@"\[default: {Regex.Escape(Path.GetTempPath())}hwtoken-virtual-\d+\]", output);
    }

    [UnixFact]
    public async Task ButtonStdin_EveryCommand_IsAnsweredAndQuitEnds()
    {
        using ProgramRun program = new("--link", Link, "--button", "stdin");
        Assert.Equal(Link, await program.ReadyAsync());

        string dark = Picture(await program.TellAsync("screen"));
        Assert.Equal(["ok"], await program.TellAsync("press"));
        string lit = Picture(await program.TellAsync("screen"));
        Assert.Equal(["ok"], await program.TellAsync("long"));
        Assert.Equal(["ok"], await program.TellAsync("very long"));
        string selfTest = Picture(await program.TellAsync("screen"));
        Assert.Equal(["error: 'jump' is none of press, long, very long, screen, quit"], await program.TellAsync("jump"));
        Assert.Equal(["ok"], await program.TellAsync("quit"));

        Assert.Equal(new SimulatedPanel().ToText(), dark);
        Assert.NotEqual(dark, lit);
        Assert.DoesNotContain(selfTest, (string[])[dark, lit]);
        Assert.Equal((0, string.Empty, string.Empty), await program.EndAsync());
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [UnixFact]
    public async Task ButtonStdin_InputEnds_Ends()
    {
        using ProgramRun program = new("--link", Link, "--button", "stdin");
        await program.ReadyAsync();

        program.Input.Close();

        Assert.Equal((0, string.Empty, string.Empty), await program.EndAsync());
        Assert.False(File.Exists(Link));
    }

    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    [InlineData(PosixSignal.SIGHUP)]
    public async Task Run_Signal_EndsCleanly(PosixSignal signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using ProgramRun program = new("--link", Link, "--button", "never");
        await program.ReadyAsync();

        program.Signal(signal);

        Assert.Equal((0, string.Empty, string.Empty), await program.EndAsync());
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [UnixFact]
    public async Task ButtonAuto_RequestOfAHost_IsAgreedTo()
    {
        using ProgramRun program = new("--link", Link, "--button", "auto", "--clock-offset", "-30");
        using Host host = new(await program.ReadyAsync());

        Assert.Equal(Status.Ok, (await host.AskAsync(Command.Wipe)).Status);
    }

    [Fact]
    public async Task Link_TcpPortZero_PrintsTheChosenOne()
    {
        using ProgramRun program = new("--link", "tcp:127.0.0.1:0", "--button", "never");
        using Host host = new(await program.ReadyAsync());

        Assert.Equal(Status.Ok, (await host.AskAsync(Command.Hello)).Status);
    }

    [UnixFact]
    public async Task State_Given_WarnsThatItIsNotEncrypted()
    {
        string state = _folder.File("state");
        using ProgramRun program = new("--link", Link, "--state", state, "--button", "stdin");
        program.Input.Close();

        (int status, _, string error) = await program.EndAsync();

        Assert.Equal(0, status);
        Assert.Equal(
            $"hwtoken-virtual: {state} keeps the accounts' keys BESIDE THE SECRET that encrypts them: do not put real ones there\n", error);
    }

    [UnixFact]
    public async Task ScreenText_Pipe_PrintsAPicturePerChange()
    {
        using ProgramRun program = new("--link", Link, "--screen", "text", "--button", "stdin");
        await program.ReadyAsync();
        await program.Input.WriteLineAsync("press");
        await program.Input.WriteLineAsync("quit");

        (_, string output, _) = await program.EndAsync();

        string[] lines = [.. output.Split('\n').Where(line => line is not ("ok" or ""))];
        Assert.Equal(2 * PanelPicture.Height, lines.Length);
        Assert.All(lines, line => Assert.Equal(PanelPicture.Width, line.Length));
    }

    /// <summary>The picture in the answer to "screen".</summary>
    private static string Picture(string[] answer)
    {
        Assert.All(answer[..^1], line => Assert.Matches($"^[#.]{{{PanelPicture.Width}}}$", line));
        Assert.Equal(PanelPicture.Height, answer.Length - 1);
        return string.Join('\n', answer[..^1]) + '\n';
    }
}
