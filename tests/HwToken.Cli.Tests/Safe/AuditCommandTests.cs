using System.Text.Json;
using HwToken.Base;
using HwToken.Cli.Errors;
using HwToken.Client.Audit;

namespace HwToken.Cli.Tests.Safe;

public sealed class AuditCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Audit_Token_TellsWhatHappened()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        await _host.SealAsync();
        CliResult result = await _host.RunAsync("audit");
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.Matches(
            $"""
            ^1	unknown	token made	
            2	\d+-\d\d-\d\d \d\d:\d\d:\d\d UTC	account stored	{TestToken.Alice}
            3	\d+-\d\d-\d\d \d\d:\d\d:\d\d UTC	sealed	number 1042
            $
            """.ReplaceLineEndings("\n"),
            result.Output);
        Assert.Matches(
            """
            ^hwtoken: this computer has not seen the log before
            hwtoken: the log ends with 3(-[A-Z2-7]{4}){4}
            $
            """.ReplaceLineEndings("\n"),
            result.Error);
    }

    [Fact]
    public async Task Audit_Again_IsTheSameAsThisComputerSaw()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        await _host.RunAsync("audit");
        await _host.SealAsync();
        CliResult result = await _host.RunAsync("audit");
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.Contains("the first 2 entries are those that this computer saw on ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_RememberedFile_IsTheUsersAlone()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        await _host.RunAsync("audit");
        string file = Assert.Single(Directory.GetFiles(HostEnvironment.Of(_host.Environment).StateFolder));
        Assert.StartsWith(_host.Folder, file, StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Audit_OtherLogThanThisComputerSaw_Is1AndRemembersTheOldOne()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        await _host.RunAsync("audit");
        string file = Assert.Single(Directory.GetFiles(HostEnvironment.Of(_host.Environment).StateFolder));
        string other = "2-AAAA-AAAA-AAAA-AAAA 2027-01-15 08:00:00 UTC\n";
        await File.WriteAllTextAsync(file, other);
        CliResult result = await _host.RunAsync("audit");
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Contains(
            "hwtoken: the first 2 entries are not those that this computer saw on 2027-01-15 08:00:00 UTC\nhint: do not trust",
            result.Error,
            StringComparison.Ordinal);
        Assert.NotEqual("", result.Output);
        Assert.Equal(other, await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Audit_FewerEntriesThanThisComputerSaw_Is1()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        await _host.RunAsync("audit");
        string file = Assert.Single(Directory.GetFiles(HostEnvironment.Of(_host.Environment).StateFolder));
        await File.WriteAllTextAsync(file, "9-AAAA-AAAA-AAAA-AAAA 2027-01-15 08:00:00 UTC\n");
        CliResult result = await _host.RunAsync("audit");
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Contains("the log was set back\nhint:", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_RememberedFileDamaged_Is1AndNoFirstSight()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        await _host.RunAsync("audit");
        string file = Assert.Single(Directory.GetFiles(HostEnvironment.Of(_host.Environment).StateFolder));
        await File.WriteAllTextAsync(file, "");
        await _host.FailsAsync(
            ExitStatus.Failed,
            $"""
            hwtoken: what was remembered of this token's log cannot be read: {file}
            hint: compare the log with the card (--expect), then delete that file
            """,
            "audit");
    }

    [Fact]
    public async Task Expect_TheCardsHead_IsGoodAndStaysSo()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        string card = await _host.HeadAsync();
        await _host.SealAsync();
        CliResult result = await _host.RunAsync("audit", "--expect", card.ToLowerInvariant());
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.Contains("the first 2 entries are those of the card", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2-AAAA-AAAA-AAAA-AAAA", "the first 2 entries are not those of the card")]
    [InlineData("7-AAAA-AAAA-AAAA-AAAA", "there are 2 entries, and 7 on the card: the log was set back")]
    public async Task Expect_AnotherHead_Is1(string card, string message)
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        CliResult result = await _host.RunAsync("audit", "--expect", card);
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Contains($"hwtoken: {message}\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public Task Expect_NoHead_IsBadUsage() => _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: 'ABCD' is not the end of a log
        hint: copy it from the card, such as 7-ABCD-EFGH-IJKL-MNOP
        """,
        "audit", "--expect", "ABCD");

    [Fact]
    public async Task Audit_Json_HasEntriesHeadAndChecks()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        using JsonDocument json = JsonDocument.Parse(await _host.OutputAsync("audit", "--json"));
        JsonElement root = json.RootElement;
        Assert.Equal((2, 0), (root.GetProperty("total").GetInt32(), root.GetProperty("overwritten").GetInt32()));
        Assert.Equal(
            ["token made", "account stored"], root.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("event").GetString()));
        Assert.True(AuditHead.TryParse(root.GetProperty("head").GetString()!, out _));
        Assert.True(Assert.Single(root.GetProperty("checks").EnumerateArray()).GetProperty("good").GetBoolean());
    }

    [Fact]
    public async Task Audit_AccountThatIsGone_IsToldByItsId()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, TestToken.Alice, "b");
        await _host.RunAsync("accounts", "remove", TestToken.Alice);

        // The first four bytes of SHA-1 over Alice, as in the examples of shared/PROTOCOL.md.
        Assert.Contains("\taccount deleted\tid 19c6fce1..\n", (await _host.RunAsync("audit")).Output, StringComparison.Ordinal);
    }
}
