
using HwToken.Cli.Errors;
using HwToken.Cli.Output;

namespace HwToken.Cli.Tests.Output;

public class DurationTests
{
    [Theory]
    [InlineData("900", 900)]
    [InlineData("15m", 900)]
    [InlineData("12h", 43200)]
    [InlineData("1h30m", 5400)]
    [InlineData("1h30m15s", 5415)]
    [InlineData("1h15s", 3615)]
    [InlineData("90s", 90)]
    [InlineData("0", 0)]
    [InlineData("1000h", 3_600_000)]
    public void Parse_Text_IsSeconds(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Duration.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("12x")]
    [InlineData("1.5h")]
    [InlineData("-900")]
    [InlineData("30m1h")]
    [InlineData("1h1h")]
    [InlineData("1h30")]
    [InlineData(" 900")]
    [InlineData("٩٠٠")]
    [InlineData("1001h")]
    [InlineData("99999999999999999999")]
    [InlineData("99999999999999999999h")]
    public void Parse_NoDuration_SaysHowToWriteOne(string text)
    {
        CliException e = Assert.Throws<CliException>(() => Duration.Parse(text));
        Assert.Equal(ExitStatus.BadUsage, e.Status);
        Assert.Equal($"invalid duration '{text}'", e.Message);
        Assert.Equal("write it as 900 (seconds), 15m, 12h or 1h30m", e.Hint);
    }

    [Theory]
    [InlineData(0, "0s")]
    [InlineData(59, "59s")]
    [InlineData(900, "15m")]
    [InlineData(5415, "1h30m15s")]
    [InlineData(129600, "36h")]
    public void Text_Duration_IsReadBack(int seconds, string text)
    {
        Assert.Equal(text, Duration.Text(TimeSpan.FromSeconds(seconds)));
        Assert.Equal(TimeSpan.FromSeconds(seconds), Duration.Parse(text));
    }
}
