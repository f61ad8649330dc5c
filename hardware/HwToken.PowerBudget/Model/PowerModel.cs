using HwToken.PowerBudget.Inputs;

namespace HwToken.PowerBudget.Model;

/// <summary>The token, its cells and its uses, out of the tables.</summary>
public sealed class PowerModel(
    FigureTable figures, IReadOnlyList<Use> uses, IReadOnlyList<Part> parts, Latch latch, StartBudget start)
{
    /// <summary>What three AAA cells must reach in the safe.</summary>
    public const double SafeYears = 10;

    private readonly Dictionary<string, string> _partNames =
        parts.ToDictionary(part => part.Reference, part => part.Name);

    public FigureTable Figures => figures;

    public IReadOnlyList<Use> Uses => uses;

    public Latch Latch => latch;

    public StartBudget Start => start;

    public Designs Designs { get; } = new(figures);

    public Cell MainCells { get; } = Cell.From(figures, "aaa", "three L92 in series");

    /// <summary>The cells that may keep the clock, smallest first, each with the chip that it feeds.</summary>
    public IReadOnlyList<Budget> ClockBudgets =>
    [
        new(Designs.BenchClock, Cell.From(figures, "cr2032", "CR2032, DS3231 (bench)"), null),
        new(Designs.Clock, Cell.From(figures, "cr2450", "CR2450, DS3232 (pocket)"), null),
        new(Designs.Clock, Cell.From(figures, "er14250", "ER14250, DS3232 (alternative)"), null),
    ];

    /// <exception cref="InvalidDataException">uses.csv has no such use.</exception>
    public Use Safe => uses.FirstOrDefault(use => use.Key == "safe")
        ?? throw new InvalidDataException("uses.csv has no use with the key safe");

    public static PowerModel Read(PowerFiles files) => new(
        files.ReadFigures(), files.ReadUses(), files.ReadParts(), Latch.Read(files.Latch), StartBudget.Read(files.Starts));

    public Budget InSafe(Design design) => new(design, MainCells, Safe);

    /// <summary>Reference and name of the part that a figure is about.</summary>
    /// <exception cref="InvalidDataException">No table has it.</exception>
    public string PartName(Figure figure) => _partNames.TryGetValue(figure.Reference, out string? name)
        ? $"{figure.Reference} {name}"
        : throw new InvalidDataException(
            $"{figure.Key} names the part {figure.Reference}, which neither bom.csv nor rejected.csv has");
}
