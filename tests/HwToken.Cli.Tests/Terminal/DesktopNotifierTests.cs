using System.Diagnostics;
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Tests.Terminal;

public class DesktopNotifierTests
{
    private static ProcessStartInfo? Command(params string[] variables) =>
        new DesktopNotifier(variables.ToDictionary(v => v, _ => ":0")).Command("hwtoken", "--urgent \"quoted\"");

    [Fact]
    public void Command_LinuxDesktop_PassesTheTextAsAnArgument()
    {
        if (OperatingSystem.IsLinux())
        {
            ProcessStartInfo command = Assert.IsType<ProcessStartInfo>(Command("WAYLAND_DISPLAY"));
            Assert.Equal("notify-send", command.FileName);
            Assert.Equal(["--app-name=hwtoken", "--", "hwtoken", "--urgent \"quoted\""], command.ArgumentList);
        }
    }

    [Fact]
    public void Command_NoDisplay_NotifiesNobody()
    {
        if (!OperatingSystem.IsMacOS())
        {
            Assert.Null(Command());
        }
    }

    [Fact]
    public void Start_ProgramNotThere_IsNoFailure() => DesktopNotifier.Start(new ProcessStartInfo("hwtoken-no-such-program"));
}
