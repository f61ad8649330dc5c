
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Tests.Terminal;

public class TypedLineTests
{
    private static Task<TypedLine> ReadAsync(FakeTerminal terminal, bool hidden = true, CancellationToken cancel = default) =>
        TypedLine.ReadAsync(terminal, "key: ", hidden, 8, cancel);

    [Fact]
    public async Task ReadAsync_Hidden_ShowsNothingOfIt()
    {
        var terminal = new FakeTerminal("abc\r");
        using TypedLine line = await ReadAsync(terminal);
        Assert.Equal("abc", line.Text.ToString());
        Assert.Equal("key: \n", terminal.Written);
    }

    [Fact]
    public async Task ReadAsync_Shown_EchoesAndErases()
    {
        var terminal = new FakeTerminal("abx\u007Fc\n");
        using TypedLine line = await ReadAsync(terminal, hidden: false);
        Assert.Equal("abc", line.Text.ToString());
        Assert.Equal("key: abx\b \bc\n", terminal.Written);
    }

    [Theory]
    [InlineData("\u007F\u007Fab\r", "ab")]
    [InlineData("abc\u0015de\r", "de")]
    [InlineData("a\u0001\0b\r", "ab")]
    [InlineData("a\u0004b\r", "ab")]
    [InlineData("123456789\r", "12345678")]
    public async Task ReadAsync_EditingKeys_Edit(string keys, string text)
    {
        using TypedLine line = await ReadAsync(new FakeTerminal(keys));
        Assert.Equal(text, line.Text.ToString());
    }

    [Fact]
    public async Task ReadAsync_EndOfInput_Cancels() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => ReadAsync(new FakeTerminal("\u0004")));

    [Fact]
    public async Task ReadAsync_CtrlC_LeavesTheCursorOnItsOwnLine()
    {
        var terminal = new FakeTerminal("ab");
        using var cancel = new CancellationTokenSource();
        Task<TypedLine> reading = ReadAsync(terminal, cancel: cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => reading);
        Assert.Equal("key: \n", terminal.Written);
    }

    [Fact]
    public async Task Dispose_Text_IsCleared()
    {
        TypedLine line = await ReadAsync(new FakeTerminal("abc\r"));
        ReadOnlySpan<char> text = line.Text;
        line.Dispose();
        Assert.Equal("\0\0\0", text.ToString());
    }
}
