using HwToken.Cli.Output;

namespace HwToken.Cli.Terminal;

/// <summary>One line on the terminal that is written over, and gone when there is nothing left to wait for.</summary>
internal sealed class StatusLine(ITerminal terminal)
{
    /// <summary>One column less than the narrowest common terminal: a line that wraps cannot be written over.</summary>
    private const int MaxLength = 79;

    private int _length;

    public void Show(string text)
    {
        string line = Printable.Of(text);
        line = line.Length <= MaxLength ? line : line[..(MaxLength - 1)] + "…";
        // Blanks instead of an erase sequence: they work on a console that knows no sequences, too.
        terminal.Write("\r" + line.PadRight(_length));
        _length = line.Length;
    }

    public void Clear()
    {
        if (_length > 0)
        {
            terminal.Write("\r" + new string(' ', _length) + "\r");
            _length = 0;
        }
    }
}
