using HwToken.Virtual.Chips;
using HwToken.Virtual.Terminal;

namespace HwToken.Virtual.Tests.Terminal;

public sealed class PlainScreenTests : IDisposable
{
    private readonly StringWriter _output = new() { NewLine = "\n" };
    private readonly PanelPicture _dark = new SimulatedPanel().Snapshot();

    public void Dispose() => _output.Dispose();

    [Fact]
    public void Draw_Drawing_WritesThePictureAndAnEmptyLine()
    {
        using PlainScreen screen = new(_output, draws: true);

        screen.Draw(_dark);

        Assert.Equal(_dark.ToText() + "\n", _output.ToString());
    }

    [Fact]
    public void Draw_NotDrawing_WritesNothing()
    {
        using PlainScreen screen = new(_output, draws: false);

        screen.Draw(_dark);
        screen.Say("ready");

        Assert.Equal("ready\n", _output.ToString());
    }
}
