using HwToken.Virtual.Chips;

namespace HwToken.Demo;

/// <summary>For pipes and files: lines, and a picture of the screen at each moment that matters.</summary>
internal sealed class PlainStage(TextWriter output) : IStage
{
    private readonly Lock _lock = new();

    public void Say(string line = "")
    {
        lock (_lock)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    public void Draw(PanelPicture picture)
    {
    }

    public void Show(PanelPicture picture) => Say(PanelText.Braille(picture).TrimEnd('\n'));

    public void Dispose()
    {
    }
}
