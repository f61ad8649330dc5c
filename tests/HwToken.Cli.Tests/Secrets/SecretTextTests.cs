using System.Text;
using HwToken.Cli.Errors;
using HwToken.Cli.Secrets;
using HwToken.Paper.Text;

namespace HwToken.Cli.Tests.Secrets;

public class SecretTextTests
{
    private const string What = "one key";

    private static Task<SecretText> ReadAsync(byte[] input) =>
        SecretInput.ReadTextAsync(new MemoryStream(input), 16, What, CancellationToken.None);

    [Theory]
    [InlineData("ABC")]
    [InlineData("ABC\n")]
    [InlineData("ABC\r\n")]
    [InlineData("\uFEFFABC\n")]
    public async Task ReadAsync_OneLine_IsItsText(string input)
    {
        using SecretText text = await ReadAsync(Encoding.UTF8.GetBytes(input));
        Assert.Equal("ABC", new string(text.Buffer, 0, text.Length));
    }

    [Theory]
    [InlineData("", "stdin holds no key")]
    [InlineData("\n", "stdin holds no key")]
    [InlineData("ABC\nDEF\n", "stdin holds more than one line")]
    [InlineData("ABCDEFGHIJKLMNOPQ", "stdin holds more than one key")]
    public async Task ReadAsync_Anything_ElseIsRefused(string input, string message)
    {
        CliException e = await Assert.ThrowsAsync<CliException>(() => ReadAsync(Encoding.UTF8.GetBytes(input)));
        Assert.Equal(message, e.Message);
        Assert.NotNull(e.Hint);
    }

    [Fact]
    public async Task ReadAsync_NoUtf8_IsRefusedWithoutQuotingIt()
    {
        CliException e = await Assert.ThrowsAsync<CliException>(() => ReadAsync([0x41, 0xFF]));
        Assert.Equal("stdin is not UTF-8 text", e.Message);
        Assert.Null(e.InnerException);
    }

    [Fact]
    public void Dispose_Text_IsOverwritten()
    {
        SecretText text = SecretText.Of("ABC");
        text.Dispose();
        Assert.Equal("\0\0\0", new string(text.Buffer));
    }
}
