using System.Diagnostics;
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Tests.Terminal;

public class DesktopNotifierTests
{
    private static ProcessStartInfo? Command(params string[] variables) =>
        new DesktopNotifier(variables.ToDictionary(v => v, _ => ":0")).Command("hwtoken", "--urgent \"quoted\"");

    [LinuxFact]
    public void Command_LinuxDesktop_PassesTheTextAsAnArgument()
    {
        ProcessStartInfo command = Assert.IsType<ProcessStartInfo>(Command("WAYLAND_DISPLAY"));
        Assert.Equal("notify-send", command.FileName);
        Assert.Equal(["--app-name=hwtoken", "--", "hwtoken", "--urgent \"quoted\""], command.ArgumentList);
    }

    [LinuxFact]
    public void Command_NoDisplay_NotifiesNobody() => Assert.Null(Command());

    /// <summary>What it throws would end the command that notifies.</summary>
    [Fact]
    public void Start_ProgramNotThere_IsNoFailure() =>
        Assert.Null(Record.Exception(() => DesktopNotifier.Start(new ProcessStartInfo("hwtoken-no-such-program"))));
}
