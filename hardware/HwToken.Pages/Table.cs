using System.Text;

namespace HwToken.Pages;

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
