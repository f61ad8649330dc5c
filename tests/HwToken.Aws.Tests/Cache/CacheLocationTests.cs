using HwToken.Aws.Cache;

namespace HwToken.Aws.Tests.Cache;

public class CacheLocationTests
{
    [Theory]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a", "/home/a/.cache/hwtoken")]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a XDG_CACHE_HOME=/var/c", "/var/c/hwtoken")]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a XDG_CACHE_HOME=relative", "/home/a/.cache/hwtoken")]
    [InlineData(HostPlatform.MacOS, "HOME=/Users/a XDG_CACHE_HOME=/var/c", "/Users/a/Library/Caches/hwtoken")]
    [InlineData(HostPlatform.Windows, "USERPROFILE=/u/a LOCALAPPDATA=/u/a/Local", "/u/a/Local/hwtoken/cache")]
    [InlineData(HostPlatform.Windows, "USERPROFILE=/u/a", "/u/a/AppData/Local/hwtoken/cache")]
    [InlineData(HostPlatform.MacOS, "HOME=/Users/a HWTOKEN_CACHE_DIR=/tmp/c", "/tmp/c")]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a HWTOKEN_CACHE_DIR=~/c", "/home/a/c")]
    public void FolderOf_Platform_IsItsPlaceForCaches(HostPlatform platform, string variables, string expected)
    {
        Dictionary<string, string> pairs = variables.Split(' ').Select(v => v.Split('=')).ToDictionary(p => p[0], p => p[1]);
        string folder = CacheLocation.FolderOf(new HostEnvironment(pairs, platform, () => "a"));
        Assert.Equal(Path.GetFullPath(expected), Path.GetFullPath(folder));
    }
}
