
using HwToken.Cli.Terminal;

namespace HwToken.Cli.Tests.Terminal;

public class StatusLineTests
{
    [Fact]
    public void Show_ShorterText_CoversTheLongerOne()
    {
        var terminal = new FakeTerminal();
        var line = new StatusLine(terminal);
        line.Show("10 s");
        line.Show("9 s");
        Assert.Equal("\r10 s\r9 s ", terminal.Written);
    }

    [Fact]
    public void Clear_Shown_LeavesAnEmptyLine()
    {
        var terminal = new FakeTerminal();
        var line = new StatusLine(terminal);
        line.Show("9 s");
        line.Clear();
        line.Clear();
        Assert.Equal("\r9 s\r   \r", terminal.Written);
    }

    [Fact]
    public void Show_LongText_FitsOneRow()
    {
        var terminal = new FakeTerminal();
        new StatusLine(terminal).Show(new string('x', 200));
        Assert.Equal("\r" + new string('x', 78) + "…", terminal.Written);
    }

    [Fact]
    public void Show_TextFromElsewhere_IsHarmless()
    {
        var terminal = new FakeTerminal();
        new StatusLine(terminal).Show("a\nb");
        Assert.Equal("\ra\uFFFDb", terminal.Written);
    }
}
