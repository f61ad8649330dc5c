using HwToken.Client.Locks;
using HwToken.Client.Tests.Peers;

namespace HwToken.Client.Tests.Locks;

public class LockFolderTests
{
    [Fact]
    public void Of_CacheDirVariable_IsThatFolder()
    {
        string folder = Path.GetFullPath("locks");

        Assert.Equal(folder, Of(("HWTOKEN_CACHE_DIR", folder), ("XDG_CACHE_HOME", "/cache"), ("HOME", "/home/alice")));
        Assert.Equal(folder, Of(("HWTOKEN_CACHE_DIR", "locks")));
    }

    [Theory]
    [InlineData("~/locks", "locks")]
    [InlineData("~", "")]
    public void Of_CacheDirVariableWithATilde_IsBelowTheHome(string named, string below)
    {
        string home = Path.GetFullPath("home");
        string variable = OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME";

        Assert.Equal(Path.Combine(home, below).TrimEnd(Path.DirectorySeparatorChar), Of(("HWTOKEN_CACHE_DIR", named), (variable, home)));
    }

    [LinuxFact]
    public void Of_XdgCacheHome_IsBelowIt() => Assert.Equal("/cache/hwtoken", Of(("XDG_CACHE_HOME", "/cache"), ("HOME", "/home/alice")));

    [LinuxFact]
    public void Of_NoOrRelativeXdgCacheHome_IsBelowTheHome()
    {
        Assert.Equal("/home/alice/.cache/hwtoken", Of(("HOME", "/home/alice")));
        Assert.Equal("/home/alice/.cache/hwtoken", Of(("XDG_CACHE_HOME", "cache"), ("HOME", "/home/alice")));
    }

    private static string Of(params (string Name, string Value)[] variables) =>
        LockFolder.Of(name => Array.Find(variables, v => v.Name == name).Value);
}
