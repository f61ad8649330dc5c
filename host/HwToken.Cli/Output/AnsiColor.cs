namespace HwToken.Cli.Output;

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
