using System.Text;
using HwToken.Cli.Errors;
using HwToken.Cli.Programs;

namespace HwToken.Cli.Tests.Programs;

public class ArgumentBytesTests
{
    private static readonly byte[] NoUtf8 = [0x61, 0xFF, 0xFE];

    private static byte[] CommandLine(params byte[][] arguments) => [.. arguments.SelectMany(a => a.Append((byte)0))];

    [Fact]
    public void Of_Utf8_IsThatAndTheSystemIsNotAsked() => Assert.Equal(
        [[.. "%s"u8], [], [.. "ü"u8]],
        ArgumentBytes.Of("printf", ["%s", "", "ü"], () => throw new InvalidOperationException()));

    [Fact]
    public void Of_ArgumentThatIsNoUtf8_IsWhatWasGiven() => Assert.Equal(
        [[.. "%s"u8], [], NoUtf8],
        ArgumentBytes.Of(
            "printf",
            ["%s", "", "a\uFFFD\uFFFD"],
            () => CommandLine([.. "hwtoken"u8], [.. "exec"u8], [.. "printf"u8], [.. "%s"u8], [], NoUtf8)));

    [Fact]
    public void Of_ReplacementCharacterThatWasGiven_IsThat() => Assert.Equal(
        [Encoding.UTF8.GetBytes("\uFFFD")],
        ArgumentBytes.Of("printf", ["\uFFFD"], () => CommandLine([.. "printf"u8], Encoding.UTF8.GetBytes("\uFFFD"))));

    [Theory]
    [InlineData("")]
    [InlineData("printf\0%s\0a\0--duration\01h\0")]
    public void Of_ArgumentThatNobodyKnows_IsRefusedByItsNumber(string commandLine)
    {
        CliException e = Assert.Throws<CliException>(
            () => ArgumentBytes.Of("printf", ["%s", "a\uFFFD"], () => Encoding.UTF8.GetBytes(commandLine)));
        Assert.Equal(ExitStatus.BadUsage, e.Status);
        Assert.Equal("argument 2 of printf is not UTF-8 text: a\uFFFD", e.Message);
        Assert.NotNull(e.Hint);
    }
}
