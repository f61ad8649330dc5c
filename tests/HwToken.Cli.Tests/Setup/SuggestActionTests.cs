namespace HwToken.Cli.Tests.Setup;

public sealed class SuggestActionTests : IDisposable
{
    private readonly TestHost _host = new();

    public SuggestActionTests() => TestAws.WriteFiles(_host);

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("", "accounts audit card clear clock code completion credential-process drill exec export info list login pin seal sessions wipe")]
    [InlineData("c", "card clear clock code completion credential-process")]
    [InlineData("accounts ", "add list remove rename")]
    [InlineData("accounts re", "remove rename")]
    [InlineData("login ", "admin both keys long mfa no-keys process")]
    [InlineData("login a", "admin")]
    [InlineData("exec m", "mfa")]
    [InlineData("credential-process --source-profile k", "keys")]
    [InlineData("export mfa --format ", "env env-no-export fish ini json powershell process windows-cmd")]
    [InlineData("export mfa --format p", "powershell process")]
    [InlineData("accounts add x --algorithm ", "sha1 sha256")]
    [InlineData("accounts add --s", "--secret-stdin --show-code")]
    [InlineData("code --", "--any --debug --help --json --mfa-serial --port")]
    [InlineData("login --r", "--region --role-arn")]
    [InlineData("exec -- ", "")]
    [InlineData("exec mfa -- a", "")]
    [InlineData("exec mfa --e", "--endpoint-url")]
    [InlineData("completion ", "bash fish powershell zsh")]
    [InlineData("frobnicate ", "")]
    public async Task Suggest_Line_OffersWhatMayFollow(string line, string words)
    {
        string output = await _host.OutputAsync($"[suggest:{line.Length}]", line);
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Suggest_CursorInTheMiddle_LooksNoFurther() =>
        Assert.Equal("list\nlogin\n", (await _host.OutputAsync("[suggest:1]", "lxyz")).ReplaceLineEndings("\n"));

    [Fact]
    public async Task Suggest_ConfigFileUnreadable_StaysSilent()
    {
        File.WriteAllText(_host.Environment["AWS_CONFIG_FILE"], "no section");
        Assert.Equal("", await _host.OutputAsync("[suggest:6]", "login "));
    }
}
