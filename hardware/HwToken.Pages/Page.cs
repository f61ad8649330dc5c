// Computed tables, and filling them into a page.

using System.Text;

namespace HwToken.Pages;

/// <summary>A Markdown page of written text, with places between markers that a program fills.</summary>
public static class Page
{
    private const string End = "<!-- end -->";

    /// <summary>The page with the content of every place replaced.</summary>
    /// <exception cref="InvalidDataException">A section has no place in the page, or one without an end.</exception>
    public static string Fill(string page, IEnumerable<Section> sections)
    {
        foreach (Section section in sections)
        {
            string begin = Begin(section.Key);
            int start = page.IndexOf(begin, StringComparison.Ordinal);
            int end = start < 0 ? -1 : page.IndexOf(End, start, StringComparison.Ordinal);
            if (end < 0)
            {
                throw new InvalidDataException($"the page has no place '{begin}' ... '{End}'");
            }

            page = $"{page[..start]}{begin}\n\n{section.ToMarkdown()}\n{page[end..]}";
        }

        return page;
    }

    /// <summary>How many places a page has: each must belong to a section.</summary>
    public static int PlacesIn(string page) => page.Split(Begin("")[..^4]).Length - 1;

    private static string Begin(string key) => $"<!-- computed: {key} -->";
}

/// <summary>A table with what must be known to read it.</summary>
/// <param name="Key">Names its place in the page.</param>
public sealed record Section(string Key, string Title, Table Table, string Note)
{
    public string ToText() => $"{Title}\n\n{Table.ToText()}\n{Note}\n";

    public string ToMarkdown() => Note.Length == 0 ? Table.ToMarkdown() : $"{Table.ToMarkdown()}\n{Note}\n";
}

/// <summary>Rows of texts under a header: aligned for a terminal, or as Markdown.</summary>
public sealed class Table(params string[] header)
{
    private readonly List<string[]> _rows = [];

    /// <exception cref="ArgumentException">The row has not as many cells as the header.</exception>
    public void Add(params string[] cells)
    {
        if (cells.Length != header.Length)
        {
            throw new ArgumentException($"{cells.Length} cells under a header of {header.Length}", nameof(cells));
        }

        _rows.Add(cells);
    }

    /// <summary>Columns two blanks apart, no blanks at the ends of lines.</summary>
    public string ToText()
    {
        int[] widths = [.. header.Select((_, column) => Lines.Max(line => line[column].Length))];
        var text = new StringBuilder();
        foreach (string[] line in Lines)
        {
            text.Append(string.Join("  ", line.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
            text.Append('\n');
        }

        return text.ToString();
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        Append(text, header);
        Append(text, [.. header.Select(_ => "---")]);
        foreach (string[] row in _rows)
        {
            Append(text, row);
        }

        return text.ToString();
    }

    private IEnumerable<string[]> Lines => _rows.Prepend(header);

    private static void Append(StringBuilder text, string[] cells)
    {
        text.Append("| ").AppendJoin(" | ", cells.Select(cell => cell.Replace("|", "\\|"))).Append(" |\n");
    }
}
