// Where the demonstration shows itself: on a terminal, or as plain text.
using System.Text;
using HwToken.Virtual.Chips;
using HwToken.Virtual.Terminal;

namespace HwToken.Demo;

/// <summary>Where the story is told and the token's screen is seen. For any thread.</summary>
internal interface IStage : IDisposable
{
    /// <summary>A line of the story.</summary>
    void Say(string line = "");

    /// <summary>The token's screen has changed.</summary>
    void Draw(PanelPicture picture);

    /// <summary>A moment at which a reader without a living picture wants to see the screen too.</summary>
    void Show(PanelPicture picture);
}

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

/// <summary>Tells what a program writes, line by line, as something that it said.</summary>
internal sealed class LineWriter(IStage stage) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        switch (value)
        {
            case '\n':
                stage.Say($"  {_line}");
                _line.Clear();
                break;
            case '\r':
                break;
            default:
                _line.Append(value);
                break;
        }
    }

    public override void Flush()
    {
        if (_line.Length > 0)
        {
            Write('\n');
        }
    }
}
