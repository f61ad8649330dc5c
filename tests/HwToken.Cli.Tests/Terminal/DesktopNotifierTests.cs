using System.Diagnostics;
using HwToken.Base;
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Tests.Terminal;

public class DesktopNotifierTests
{
    private const string Text = "--urgent \"quoted\" '$(calc)' <b>";

    private static ProcessStartInfo? Command(HostPlatform platform, params string[] variables) =>
        new DesktopNotifier(variables.ToDictionary(v => v, _ => ":0"), platform).Command("hwtoken", Text);

    [Fact]
    public void Command_LinuxDesktop_PassesTheTextAsAnArgument()
    {
        ProcessStartInfo command = Assert.IsType<ProcessStartInfo>(Command(HostPlatform.Xdg, "WAYLAND_DISPLAY"));
        Assert.Equal("notify-send", command.FileName);
        Assert.Equal(["--app-name=hwtoken", "--", "hwtoken", Text], command.ArgumentList);
    }

    [Fact]
    public void Command_NoDisplay_NotifiesNobody() => Assert.Null(Command(HostPlatform.Xdg));

    [Fact]
    public void Command_MacOS_PassesTheTextAsAnArgument()
    {
        ProcessStartInfo command = Assert.IsType<ProcessStartInfo>(Command(HostPlatform.MacOS));
        Assert.Equal("osascript", command.FileName);
        Assert.Equal(["hwtoken", Text], command.ArgumentList.TakeLast(2));
        Assert.DoesNotContain(command.ArgumentList.SkipLast(2), word => word.Contains("urgent", StringComparison.Ordinal));
    }

    /// <summary>The script is the same whatever it says, and the program is found by its path.</summary>
    [Fact]
    public void Command_Windows_PassesTheTextAsAVariable()
    {
        var environment = new Dictionary<string, string> { ["SystemRoot"] = @"D:\Windows" };
        var notifier = new DesktopNotifier(environment, HostPlatform.Windows);
        ProcessStartInfo command = Assert.IsType<ProcessStartInfo>(notifier.Command("hwtoken", Text));
        Assert.Equal(@"D:\Windows\System32\WindowsPowerShell\v1.0\powershell.exe", command.FileName);
        Assert.Equal(notifier.Command("other", "other")!.ArgumentList, command.ArgumentList);
        Assert.Equal(("hwtoken", Text), (command.Environment["HWTOKEN_NOTE_TITLE"], command.Environment["HWTOKEN_NOTE_TEXT"]));
        Assert.All(
            new[] { "HWTOKEN_NOTE_TITLE", "HWTOKEN_NOTE_TEXT" },
            name => Assert.Contains($"CreateTextNode($Env:{name})", command.ArgumentList[^1], StringComparison.Ordinal));
    }

    /// <summary>What it throws would end the command that notifies.</summary>
    [Fact]
    public void Start_ProgramNotThere_IsNoFailure() =>
        Assert.Null(Record.Exception(() => DesktopNotifier.Start(new ProcessStartInfo("hwtoken-no-such-program"))));
}
