// Errors, hints and notes on stderr.
namespace HwToken.Cli.Output;

/// <summary>
/// The one printer of what went wrong and what happens meanwhile: stderr, so that stdout stays data. A line each,
/// which a script can find by its first word.
/// </summary>
internal sealed class MessageWriter(TextWriter error, bool colors)
{
    private readonly Lock _lock = new();

    /// <param name="message">What went wrong: lower case, no full stop, no secret.</param>
    /// <param name="hint">What to do, likewise; null prints no second line.</param>
    public void Error(string message, string? hint)
    {
        Line("hwtoken:", AnsiColor.Red, message);
        if (hint is not null)
        {
            Line("hint:", AnsiColor.Cyan, hint);
        }
    }

    /// <summary>What the user ought to know and need not act on.</summary>
    public void Note(string message) => Line("hwtoken:", AnsiColor.None, message);

    private void Line(string label, AnsiColor color, string text)
    {
        // The timer of a waiting prompt and the command itself may both have something to say.
        lock (_lock)
        {
            error.WriteLine($"{color.Paint(label, colors)} {Printable.Of(text)}");
        }
    }
}

/// <summary>The few colours in use, by their Select Graphic Rendition number (ECMA-48, 8.3.117).</summary>
internal readonly record struct AnsiColor(int Number)
{
    public static readonly AnsiColor None = new(0);
    public static readonly AnsiColor Bold = new(1);
    public static readonly AnsiColor Red = new(31);
    public static readonly AnsiColor Cyan = new(36);

    /// <summary>Whether the user lets a terminal be coloured at all (no-color.org; TERM as terminfo names it).</summary>
    public static bool IsWanted(IReadOnlyDictionary<string, string> environment) =>
        string.IsNullOrEmpty(environment.GetValueOrDefault("NO_COLOR")) && environment.GetValueOrDefault("TERM") != "dumb";

    public string Paint(string text, bool colors) => colors && Number != 0 ? $"\e[{Number}m{text}\e[0m" : text;
}
