using HwToken.Aws.Formats;

namespace HwToken.Aws.Tests.Formats;

public class CredentialFormatNameTests
{
    [Theory]
    [InlineData("process", CredentialFormat.Process)]
    [InlineData("json", CredentialFormat.Process)]
    [InlineData("env", CredentialFormat.Env)]
    [InlineData("env-no-export", CredentialFormat.EnvNoExport)]
    [InlineData("powershell", CredentialFormat.PowerShell)]
    [InlineData("windows-cmd", CredentialFormat.WindowsCmd)]
    [InlineData("fish", CredentialFormat.Fish)]
    [InlineData("ini", CredentialFormat.Ini)]
    public void Parse_Name_IsItsFormat(string name, CredentialFormat expected)
    {
        Assert.Equal(expected, CredentialFormatName.Parse(name));
        Assert.Contains(name, CredentialFormatName.All);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ENV")]
    [InlineData("bash")]
    public void Parse_OtherName_IsNull(string name) => Assert.Null(CredentialFormatName.Parse(name));
}
