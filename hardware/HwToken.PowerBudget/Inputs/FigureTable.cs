using HwToken.Pages;

namespace HwToken.PowerBudget.Inputs;

/// <summary>The figures of figures.csv by their keys.</summary>
public sealed class FigureTable
{
    private readonly Dictionary<string, Figure> _figures = [];

    /// <exception cref="InvalidDataException">A key is given twice.</exception>
    public FigureTable(IEnumerable<Figure> figures)
    {
        foreach (Figure figure in figures)
        {
            if (!_figures.TryAdd(figure.Key, figure))
            {
                throw new InvalidDataException($"the figure {figure.Key} is given twice");
            }
        }
    }

    public IReadOnlyCollection<Figure> All => _figures.Values;

    /// <exception cref="InvalidDataException">There is no such figure.</exception>
    public Figure this[string key] => _figures.TryGetValue(key, out Figure? figure)
        ? figure
        : throw new InvalidDataException($"there is no figure {key}");

    public static FigureTable Read(string path) => new(CsvFile.Read(path).Select(ToFigure));

    private static Figure ToFigure(CsvRecord record) => new(
        record["key"], record["ref"], record["mode"], record["unit"],
        record.Number("best"), record.Number("typical"), record.Number("worst"),
        record["condition"], record["source"], record["verified"], record["reason"]);
}
