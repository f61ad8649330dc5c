// Reading the tables: a file, and a record of it.

using System.Globalization;
using System.Text;

namespace HwToken.Pages;

/// <summary>
/// A comma-separated file with a header line (RFC 4180, one record a line): texts with commas are in double quotes,
/// and a quote inside them is doubled.
/// </summary>
public static class CsvFile
{
    /// <exception cref="InvalidDataException">The file has no header, or a record does not fit it.</exception>
    public static IReadOnlyList<CsvRecord> Read(string path) => Parse(Path.GetFileName(path), File.ReadAllLines(path));

    /// <param name="name">What messages call the file.</param>
    /// <exception cref="InvalidDataException">There is no header, or a record does not fit it.</exception>
    public static IReadOnlyList<CsvRecord> Parse(string name, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            throw new InvalidDataException($"{name} is empty: it needs a header line");
        }

        List<string> columns = Split(name, 1, lines[0]);
        var records = new List<CsvRecord>();
        for (int i = 1; i < lines.Count; i++)
        {
            if (lines[i].Length == 0)
            {
                continue;
            }

            List<string> values = Split(name, i + 1, lines[i]);
            if (values.Count != columns.Count)
            {
                throw new InvalidDataException(
                    $"{name} line {i + 1} has {values.Count} values for {columns.Count} columns");
            }

            records.Add(new CsvRecord($"{name} line {i + 1}", columns, values));
        }

        return records;
    }

    private static List<string> Split(string name, int number, string line)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            char c = line[i];
            bool doubled = quoted && c == '"' && i + 1 < line.Length && line[i + 1] == '"';
            if (doubled)
            {
                value.Append('"');
                i++;
            }
            else if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                values.Add(value.ToString());
                value.Clear();
            }
            else
            {
                value.Append(c);
            }
        }

        if (quoted)
        {
            throw new InvalidDataException($"{name} line {number} ends inside a quoted text");
        }

        values.Add(value.ToString());
        return values;
    }
}

/// <summary>One line of a <see cref="CsvFile"/>, by the names of its columns.</summary>
public sealed class CsvRecord(string place, IReadOnlyList<string> columns, IReadOnlyList<string> values)
{
    /// <summary>File and line, for messages.</summary>
    public string Place => place;

    /// <exception cref="InvalidDataException">There is no such column.</exception>
    public string this[string column] =>
        Enumerable.Range(0, columns.Count).Where(i => columns[i] == column).Select(i => values[i]).FirstOrDefault()
        ?? throw new InvalidDataException($"{place} has no column {column}");

    /// <summary>A number of zero or more, with a decimal point.</summary>
    /// <exception cref="InvalidDataException">It is none.</exception>
    public double Number(string column) =>
        double.TryParse(this[column], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new InvalidDataException($"{place}: {column} is '{this[column]}', not a number");
}
