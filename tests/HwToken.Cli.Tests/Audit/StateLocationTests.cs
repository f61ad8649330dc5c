using HwToken.Cli.Audit;

namespace HwToken.Cli.Tests.Audit;

public class StateLocationTests
{
    [Theory]
    [InlineData(null, "/home/a/.local/state/hwtoken")]
    [InlineData("", "/home/a/.local/state/hwtoken")]
    [InlineData("relative", "/home/a/.local/state/hwtoken")]
    [InlineData("/var/a", "/var/a/hwtoken")]
    public void Of_Linux_IsTheXdgStateFolder(string? state, string expected)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var environment = new Dictionary<string, string> { ["HOME"] = "/home/a" };
        if (state is not null)
        {
            environment["XDG_STATE_HOME"] = state;
        }

        Assert.Equal(expected, StateLocation.Of(environment));
    }
}
