using System.Globalization;

namespace HwToken.Pages;

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
