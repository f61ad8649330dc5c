using HwToken.Virtual.Chips;
using HwToken.Virtual.Terminal;

namespace HwToken.Virtual.Tests.Terminal;

public sealed class LiveScreenTests : IDisposable
{
    private const string Hide = "\e[?25l";
    private const string Show = "\e[?25h";

    private readonly StringWriter _output = new();
    private readonly PanelPicture _dark = new SimulatedPanel().Snapshot();
    private (int Columns, int Rows) _size = (80, 24);

    public void Dispose() => _output.Dispose();

    [Fact]
    public void Draw_First_HidesTheCursorAndDrawsWhereItIs()
    {
        using LiveScreen screen = Screen();

        screen.Draw(_dark);

        Assert.Equal($"{Hide}\r\e[J{PanelText.Braille(_dark)}", _output.ToString());
    }

    [Fact]
    public void Draw_Again_DrawsInTheSamePlace()
    {
        using LiveScreen screen = Screen();
        screen.Draw(_dark);
        Forget();

        screen.Draw(_dark);

        Assert.Equal($"\r\e[18A\e[J{PanelText.Braille(_dark)}", _output.ToString());
    }

    [Theory]
    [InlineData(132, 36, true)]
    [InlineData(131, 36, false)]
    [InlineData(132, 35, false)]
    public void Draw_TerminalOfThatSize_UsesHalfBlocksWhereTheyFit(int columns, int rows, bool halfBlocks)
    {
        _size = (columns, rows);
        using LiveScreen screen = Screen();

        screen.Draw(_dark);

        string expected = halfBlocks ? PanelText.HalfBlocks(_dark) : PanelText.Braille(_dark);
        Assert.EndsWith($"\e[J{expected}", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_TerminalGrewInBetween_ErasesTheSmallerPicture()
    {
        using LiveScreen screen = Screen();
        screen.Draw(_dark);
        Forget();
        _size = (200, 50);

        screen.Draw(_dark);

        Assert.Equal($"\r\e[18A\e[J{PanelText.HalfBlocks(_dark)}", _output.ToString());
    }

    [Fact]
    public void Draw_WithColour_IsColouredAndPlainAfterwards()
    {
        using LiveScreen screen = Screen(colour: true);

        screen.Draw(_dark);

        Assert.Equal($"{Hide}\r\e[J\e[96m{PanelText.Braille(_dark)}\e[0m", _output.ToString());
    }

    [Fact]
    public void Say_BelowAPicture_PutsTheLineAboveIt()
    {
        using LiveScreen screen = Screen();
        screen.Draw(_dark);
        Forget();

        screen.Say("hello");

        Assert.Equal($"\r\e[18A\e[Jhello\n{PanelText.Braille(_dark)}", _output.ToString());
    }

    [Fact]
    public void Dispose_AfterDrawing_BringsTheCursorBack()
    {
        LiveScreen screen = Screen();
        screen.Draw(_dark);
        Forget();

        screen.Dispose();

        Assert.Equal(Show, _output.ToString());
    }

    private LiveScreen Screen(bool colour = false) => new(_output, () => _size, colour);

    private void Forget() => _output.GetStringBuilder().Clear();
}
