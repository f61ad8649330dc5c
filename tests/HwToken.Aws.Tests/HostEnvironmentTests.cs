namespace HwToken.Aws.Tests;

public class HostEnvironmentTests
{
    [Fact]
    public void Variable_Empty_CountsAsNotSet() => Assert.Null(Of(("AWS_PROFILE", ""))["AWS_PROFILE"]);

    [Theory]
    [InlineData("~/aws/config", "/home/alice/aws/config")]
    [InlineData("/etc/~/config", "/etc/~/config")]
    [InlineData("~bob/config", "~bob/config")]
    public void ExpandPath_LeadingTilde_IsTheHomeFolder(string path, string expected) =>
        Assert.Equal(expected, Of(("HOME", "/home/alice")).ExpandPath(path).Replace('\\', '/'));

    [Fact]
    public void Current_ProcessVariable_IsThere() =>
        Assert.Equal(Environment.GetEnvironmentVariable("PATH"), HostEnvironment.Current()["PATH"]);

    private static HostEnvironment Of(params (string Name, string Value)[] variables) =>
        new(variables.ToDictionary(v => v.Name, v => v.Value), HostPlatform.Xdg, () => "alice");
}
