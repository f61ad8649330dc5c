namespace HwToken.Base.Tests;

public class HostEnvironmentTests
{
    [Fact]
    public void Variable_Empty_CountsAsNotSet() => Assert.Null(Of("AWS_PROFILE=")["AWS_PROFILE"]);

    [Theory]
    [InlineData("~", "/home/alice")]
    [InlineData("~/aws/config", "/home/alice/aws/config")]
    [InlineData("/etc/~/config", "/etc/~/config")]
    [InlineData("~bob/config", "~bob/config")]
    public void ExpandPath_LeadingTilde_IsTheHomeFolder(string path, string expected) =>
        Assert.Equal(expected, Of("HOME=/home/alice").ExpandPath(path).Replace('\\', '/'));

    [Fact]
    public void Current_ProcessVariable_IsThere() =>
        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), HostEnvironment.Current()["PATH"]);

    [Theory]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a", "/home/a/.cache/hwtoken")]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a XDG_CACHE_HOME=/var/c", "/var/c/hwtoken")]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a XDG_CACHE_HOME=relative", "/home/a/.cache/hwtoken")]
    [InlineData(HostPlatform.MacOS, "HOME=/Users/a XDG_CACHE_HOME=/var/c", "/Users/a/Library/Caches/hwtoken")]
    [InlineData(HostPlatform.Windows, "USERPROFILE=/u/a LOCALAPPDATA=/u/a/Local", "/u/a/Local/hwtoken/cache")]
    [InlineData(HostPlatform.Windows, "USERPROFILE=/u/a", "/u/a/AppData/Local/hwtoken/cache")]
    [InlineData(HostPlatform.MacOS, "HOME=/Users/a HWTOKEN_CACHE_DIR=/tmp/c", "/tmp/c")]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a HWTOKEN_CACHE_DIR=~/c", "/home/a/c")]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a HWTOKEN_CACHE_DIR=~ XDG_CACHE_HOME=/var/c", "/home/a")]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a HWTOKEN_CACHE_DIR=relative", "relative")]
    public void CacheFolder_Platform_IsItsPlaceForCaches(HostPlatform platform, string variables, string expected) =>
        Assert.Equal(Path.GetFullPath(expected), Path.GetFullPath(Of(variables, platform).CacheFolder));

    [Theory]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a", "/home/a/.local/state/hwtoken")]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a XDG_STATE_HOME=", "/home/a/.local/state/hwtoken")]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a XDG_STATE_HOME=relative", "/home/a/.local/state/hwtoken")]
    [InlineData(HostPlatform.Xdg, "HOME=/home/a XDG_STATE_HOME=/var/a", "/var/a/hwtoken")]
    [InlineData(HostPlatform.MacOS, "HOME=/Users/a", "/Users/a/Library/Application Support/hwtoken")]
    [InlineData(HostPlatform.Windows, "USERPROFILE=/u/a", "/u/a/AppData/Local/hwtoken/state")]
    public void StateFolder_Platform_IsItsPlaceForState(HostPlatform platform, string variables, string expected) =>
        Assert.Equal(Path.GetFullPath(expected), Path.GetFullPath(Of(variables, platform).StateFolder));

    private static HostEnvironment Of(string variables, HostPlatform platform = HostPlatform.Xdg) =>
        new(variables.Split(' ').Select(v => v.Split('=')).ToDictionary(p => p[0], p => p[1]), platform, () => "alice");
}
