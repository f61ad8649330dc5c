using HwToken.Virtual.Chips;

namespace HwToken.Virtual.Terminal;

/// <summary>For pipes and files: one picture after the other, each ended by an empty line; or none at all.</summary>
internal sealed class PlainScreen(TextWriter output, bool draws) : IScreen
{
    private readonly Lock _lock = new();

    public void Draw(PanelPicture picture)
    {
        if (draws)
        {
            Say(picture.ToText());
        }
    }

    public void Say(string line)
    {
        lock (_lock)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    public void Dispose()
    {
    }
}
