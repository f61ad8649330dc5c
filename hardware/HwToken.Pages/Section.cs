namespace HwToken.Pages;

/// <summary>A table with what must be known to read it.</summary>
/// <param name="Key">Names its place in the page.</param>
public sealed record Section(string Key, string Title, Table Table, string Note)
{
    public string ToText() => $"{Title}\n\n{Table.ToText()}\n{Note}\n";

    public string ToMarkdown() => Note.Length == 0 ? Table.ToMarkdown() : $"{Table.ToMarkdown()}\n{Note}\n";
}
