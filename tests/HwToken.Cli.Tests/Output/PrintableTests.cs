
using HwToken.Cli.Output;

namespace HwToken.Cli.Tests.Output;

public class PrintableTests
{
    [Theory]
    [InlineData("arn:aws:iam::123456789012:mfa/alice")]
    [InlineData("Zürich: 東京 🔑")]
    public void Of_HarmlessText_IsUnchanged(string text) => Assert.Equal(text, Printable.Of(text));

    [Theory]
    [InlineData("a\e[2Jb", "a\uFFFD[2Jb")]
    [InlineData("a\nb\tc", "a\uFFFDb\uFFFDc")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("a\u2028b", "a\uFFFDb")]
    [InlineData("\u009B31m", "\uFFFD31m")]
    public void Of_ControlsAndDirectionMarks_AreReplaced(string text, string shown) =>
        Assert.Equal(shown, Printable.Of(text));
}
