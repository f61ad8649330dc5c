// The figures that the budget rests on, each with three values and a source.

using HwToken.Pages;

namespace HwToken.PowerBudget.Inputs;

/// <summary>Which of a figure's three values is used. A computation uses the same corner for all figures.</summary>
public enum Corner
{
    /// <summary>The least current, the largest cell.</summary>
    Best,

    /// <summary>What the manufacturer or a measurement calls typical.</summary>
    Typical,

    /// <summary>The manufacturer's maximum, or a stated bound where the manufacturer gives none.</summary>
    Worst,
}

/// <summary>One number that the design relies on, with where it is from.</summary>
/// <param name="Key">Part and mode, such as "oled.asleep".</param>
/// <param name="Reference">The part's reference in the bill of materials, or in the table of rejected parts.</param>
/// <param name="Unit">uA, mA, mAh, %/year or years.</param>
/// <param name="Source">Document, or what the assumption is.</param>
/// <param name="Verified">"yes", "no", or the names of the corners whose values were read in the source.</param>
/// <param name="Reason">Why the others were not, and what they are.</param>
public sealed record Figure(
    string Key, string Reference, string Mode, string Unit, double Best, double Typical, double Worst,
    string Condition, string Source, string Verified, string Reason)
{
    private const double MicroampsPerMilliamp = 1000;

    /// <summary>Whether a value was read in the manufacturer's own text, or in the measurement's.</summary>
    public bool IsVerified(Corner corner) =>
        Verified == "yes" || Verified.Split(' ').Contains(corner.ToString(), StringComparer.OrdinalIgnoreCase);

    public double At(Corner corner) => corner switch
    {
        Corner.Best => Best,
        Corner.Typical => Typical,
        _ => Worst,
    };

    /// <exception cref="InvalidDataException">The figure is not a current.</exception>
    public double Microamps(Corner corner) => Unit switch
    {
        "uA" => At(corner),
        "mA" => At(corner) * MicroampsPerMilliamp,
        _ => throw NotA("current"),
    };

    public double Milliamps(Corner corner) => Microamps(corner) / MicroampsPerMilliamp;

    /// <exception cref="InvalidDataException">The figure is not a charge.</exception>
    public double MilliampHours(Corner corner) => Unit == "mAh" ? At(corner) : throw NotA("charge");

    /// <exception cref="InvalidDataException">The figure is not a time.</exception>
    public double Years(Corner corner) => Unit == "years" ? At(corner) : throw NotA("time");

    /// <summary>A share of the whole, 0 to 1, that is lost in a year.</summary>
    /// <exception cref="InvalidDataException">The figure is not such a share.</exception>
    public double SharePerYear(Corner corner) =>
        Unit == "%/year" ? At(corner) / 100 : throw NotA("share lost in a year");

    private InvalidDataException NotA(string quantity) => new($"{Key} is in {Unit}, which is not a {quantity}");
}

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
