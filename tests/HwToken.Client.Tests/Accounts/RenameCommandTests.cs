using HwToken.Client.Accounts;

namespace HwToken.Client.Tests.Accounts;

public class RenameCommandTests
{
    [Theory]
    [InlineData("github:alice", "hwtoken accounts rename github:alice new")]
    [InlineData("Amazon Web Services:alice@123456789012", "hwtoken accounts rename \"Amazon Web Services:alice@123456789012\" new")]
    [InlineData("a,b", "hwtoken accounts rename \"a,b\" new")] // PowerShell takes the comma for a list's
    [InlineData("größe", "hwtoken accounts rename größe new")]
    public void Of_HarmlessName_IsForEveryShell(string name, string command) =>
        Assert.Equal(command, RenameCommand.Of(name, "new"));

    [Theory]
    [InlineData("a$(reboot)")]
    [InlineData("a`reboot`")]
    [InlineData("a\"; reboot \"")]
    [InlineData("%PATH%")]
    [InlineData("-x")]
    public void Of_NameThatAShellMightReadOtherwise_IsNull(string name)
    {
        Assert.Null(RenameCommand.Of(name, "new"));
        Assert.Null(RenameCommand.Of("old", name));
    }
}
