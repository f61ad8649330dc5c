
using HwToken.Cli.Output;

namespace HwToken.Cli.Tests.Output;

public class MessageWriterTests
{
    [Fact]
    public void Error_WithHint_IsTwoLines()
    {
        var error = new StringWriter();
        new MessageWriter(error, colors: false).Error("no token found", "plug it in");
        Assert.Equal("hwtoken: no token found\nhint: plug it in\n", error.ToString());
    }

    [Fact]
    public void Error_WithoutHint_IsOneLine()
    {
        var error = new StringWriter();
        new MessageWriter(error, colors: false).Error("no token found", null);
        Assert.Equal("hwtoken: no token found\n", error.ToString());
    }

    [Fact]
    public void Error_Colors_PaintTheLabelsOnly()
    {
        var error = new StringWriter();
        new MessageWriter(error, colors: true).Error("no token found", "plug it in");
        Assert.Equal("\e[31mhwtoken:\e[0m no token found\n\e[36mhint:\e[0m plug it in\n", error.ToString());
    }

    [Fact]
    public void Error_TextFromElsewhere_StaysOneLineAndHarmless()
    {
        var error = new StringWriter();
        new MessageWriter(error, colors: false).Error("no account 'x\nhint: run this\e[2J'", null);
        Assert.Equal("hwtoken: no account 'x\uFFFDhint: run this\uFFFD[2J'\n", error.ToString());
    }

    [Theory]
    [InlineData("", "xterm", true)]
    [InlineData("1", "xterm", false)]
    [InlineData("", "dumb", false)]
    public void IsWanted_NoColorAndTerm_AreHonoured(string noColor, string term, bool wanted) =>
        Assert.Equal(wanted, AnsiColor.IsWanted(new Dictionary<string, string> { ["NO_COLOR"] = noColor, ["TERM"] = term }));
}
