using HwToken.Virtual.Chips;
using HwToken.Virtual.Terminal;

namespace HwToken.Demo;

/// <summary>For terminals: the screen lives below the story.</summary>
internal sealed class TerminalStage(LiveScreen screen) : IStage
{
    public void Say(string line = "") => screen.Say(line);

    public void Draw(PanelPicture picture) => screen.Draw(picture);

    public void Show(PanelPicture picture)
    {
        // It is being seen.
    }

    public void Dispose() => screen.Dispose();
}
