using System.Text.RegularExpressions;
using HwToken.Cli.Errors;

namespace HwToken.Cli.Tests.Safe;

public sealed class CardCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData("--html", "<!DOCTYPE html>")]
    [InlineData("--svg", "<svg ")]
    public async Task Card_SealedToken_IsAFileWithItsFactsAndNoSecret(string option, string begin)
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        await _host.SealAsync();
        string file = Path.Combine(_host.Folder, "card");
        CliResult result = await _host.RunAsync("card", option, file);
        Assert.Equal((ExitStatus.Done, $"hwtoken: the card is in {file}; print it on one page\n", ""), (result.Status, result.Error, result.Output));

        string card = await File.ReadAllTextAsync(file);
        Assert.StartsWith(begin, card, StringComparison.Ordinal);
        string serial = (await _host.OutputAsync("list")).Split('\t')[1];
        foreach (string fact in new[] { serial, TestToken.Alice, "1042", await _host.HeadAsync() })
        {
            Assert.Contains(fact, card, StringComparison.Ordinal);
        }

        Assert.DoesNotContain(TestToken.Base32Key, card, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("12345678901234567890", card, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"(?<![\d#.])\d{6}(?!\d)", card);
    }

    [Theory]
    [InlineData("--html")]
    [InlineData("--svg")]
    public async Task Card_Stdout_IsThePageAlone(string option)
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        string card = await _host.OutputAsync("card", option, "-");
        Assert.Matches(new Regex("</(html|svg)>\n$"), card);
        Assert.Contains("not sealed", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Card_TokenNotSealed_SaysSo()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        CliResult result = await _host.RunAsync("card", "--svg", Path.Combine(_host.Folder, "card.svg"));
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.Contains("hwtoken: the token is not sealed; ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData()]
    [InlineData("--html", "a", "--svg", "b")]
    public Task Card_NoneOrBothFormats_IsBadUsage(params string[] options) => _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: 'hwtoken card' writes one page
        hint: give --html FILE or --svg FILE, one of the two
        """,
        ["card", .. options]);

    [Fact]
    public async Task Card_FolderThatIsNotThere_Is1()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        CliResult result = await _host.RunAsync("card", "--html", Path.Combine(_host.Folder, "no", "card.html"));
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.StartsWith("hwtoken: cannot write the card: ", result.Error, StringComparison.Ordinal);
    }
}
