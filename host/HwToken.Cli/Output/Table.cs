// Rows and columns, aligned for a terminal and separated by tabs for a program.
using System.Text;

namespace HwToken.Cli.Output;

/// <summary>
/// Rows for a person and for a script: aligned under bold headings on a terminal, tab-separated without headings
/// elsewhere, so that <c>cut</c> and <c>awk -F'\t'</c> find the same columns however long the texts are.
/// </summary>
/// <param name="headings">None for a list of names and values.</param>
internal sealed class Table(params string[] headings)
{
    private const string Gap = "  ";

    private readonly List<string[]> _rows = [];

    /// <param name="cells">As many in every row, and one for each heading.</param>
    public void Add(params string[] cells)
    {
        _rows.Add([.. cells.Select(Printable.Of)]);
    }

    public string ToSeparated()
    {
        var text = new StringBuilder();
        foreach (string[] row in _rows)
        {
            text.AppendJoin('\t', row).Append('\n');
        }

        return text.ToString();
    }

    public string ToAligned(bool colors)
    {
        int columns = headings.Length > 0 || _rows.Count == 0 ? headings.Length : _rows[0].Length;
        int[] widths = [.. Enumerable.Range(0, columns).Select(c => _rows.Append(headings).Where(r => r.Length > c).Max(r => r[c].Length))];
        var text = new StringBuilder();
        if (headings.Length > 0)
        {
            text.Append(AnsiColor.Bold.Paint(Aligned(headings, widths), colors)).Append('\n');
        }

        foreach (string[] row in _rows)
        {
            text.Append(Aligned(row, widths)).Append('\n');
        }

        return text.ToString();
    }

    private static string Aligned(string[] cells, int[] widths) =>
        string.Join(Gap, cells.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
}
