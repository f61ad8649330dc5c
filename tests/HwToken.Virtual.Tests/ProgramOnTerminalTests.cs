using HwToken.Virtual.Chips;
using HwToken.Virtual.Tests.Support;

namespace HwToken.Virtual.Tests;

/// <summary>The program as its user sees it.</summary>
public sealed class ProgramOnTerminalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [FactNeeding("script", "stty")]
    public async Task Run_KeysPressed_ShowsTheScreenAndBringsTheTerminalBack()
    {
        string link = _folder.File("token");
        using ProgramRun program = ProgramRun.OnTerminal("--link", link);
        await program.ReadToAsync($"ready: {link}\r\n");
        await program.ReadToAsync("keys: space or enter presses, l holds, t opens the self-test, q quits\r\n");
        await ReadPicture(program);

        await program.Input.WriteAsync(' ');
        await program.Input.FlushAsync();
        string lit = await ReadPicture(program);
        await program.Input.WriteAsync('q');
        await program.Input.FlushAsync();
        (int status, string output, _) = await program.EndAsync();

        Assert.NotEqual(PanelText.Braille(new SimulatedPanel().Snapshot()), lit);
        Assert.Equal(0, status);
        Assert.Contains("\e[?25h", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[96m", output, StringComparison.Ordinal);
        Assert.False(File.Exists(link));
    }

    private static async Task<string> ReadPicture(ProgramRun program)
    {
        await program.ReadToAsync("╭");
        return "╭" + (await program.ReadToAsync("╯\r\n")).ReplaceLineEndings("\n");
    }
}
