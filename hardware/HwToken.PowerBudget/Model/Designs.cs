// The token's designs as sums of currents, and the model that holds them with their cells and uses.

using HwToken.PowerBudget.Inputs;

namespace HwToken.PowerBudget.Model;

/// <summary>What draws current from a cell.</summary>
/// <param name="Standby">Between two uses.</param>
/// <param name="Awake">While the token is used.</param>
public sealed record Design(string Title, IReadOnlyList<Figure> Standby, IReadOnlyList<Figure> Awake)
{
    public double StandbyMicroamps(Corner corner) => Standby.Sum(figure => figure.Microamps(corner));

    public double AwakeMilliamps(Corner corner) => Awake.Sum(figure => figure.Milliamps(corner));

    /// <summary>The same with one more current that never stops.</summary>
    public Design Adding(string title, Figure current) => this with { Title = title, Standby = [.. Standby, current] };
}

/// <summary>The pocket token, the steps that led to it, and what one mistake makes of it.</summary>
public sealed class Designs(FigureTable figures)
{
    /// <summary>The pocket token while an image that nobody has configured runs the radio.</summary>
    public Design RadioOn => new(
        "radio on", [], [figures["s3.radio"], figures["oled.on"], figures["rtc.active"], figures["ldo.loaded"]]);

    /// <summary>The regulator is switched off between two uses; what is left is leakage.</summary>
    public Design Pocket => new("power latch: regulator off", Leakage, Awake);

    /// <summary>The processor sleeps behind a running regulator, everything else is switched off.</summary>
    public Design DeepSleep => new(
        "deep sleep, display, clock chip and divider gated",
        [figures["s3.deep-sleep"], figures["ldo.ground"], .. LeakageBesideRegulator], Awake);

    public Design DeepSleepUngated => new(
        "deep sleep, nothing gated",
        [
            figures["s3.deep-sleep"], figures["ldo.ground"], figures["oled.asleep"], figures["rtc.vcc"],
            figures["divider.on"], .. LeakageBesideRegulator,
        ],
        Awake);

    public Design Bench => new(
        "bench build on the same cells",
        [figures["devkit.deep-sleep"], figures["oled.asleep"], figures["rtc.vcc"]], Awake);

    /// <summary>From the bench to the pocket.</summary>
    public IReadOnlyList<Design> Steps => [Bench, DeepSleepUngated, DeepSleep, Pocket];

    /// <summary>The pocket token with one thing wrong.</summary>
    public IReadOnlyList<Design> Mistakes =>
    [
        Pocket.Adding("battery divider always on", figures["divider.on"]),
        DeepSleep with { Title = "latch stuck on: deep sleep instead" },
        Pocket.Adding("display left powered", figures["oled.asleep"]),
        Pocket.Adding("clock chip left on VCC", figures["rtc.vcc"]),
        DeepSleep with
        {
            Title = "AMS1117 as the regulator",
            Standby = [figures["s3.deep-sleep"], figures["ams1117.ground"], .. LeakageBesideRegulator],
        },
        Pocket with { Title = "button held down in a bag", Standby = [.. Awake, .. LeakageBesideRegulator] },
    ];

    /// <summary>The clock chip on its own cell. The maximum current is a maximum over temperature.</summary>
    public Design Clock => new("clock chip on its own cell", [figures["rtc.battery"]], []);

    /// <summary>The bench build's module has another chip than the pocket token.</summary>
    public Design BenchClock => new("clock module on its own cell", [figures["rtc-bench.battery"]], []);

    private IReadOnlyList<Figure> Leakage => [figures["ldo.shutdown"], .. LeakageBesideRegulator];

    private IReadOnlyList<Figure> LeakageBesideRegulator =>
    [
        figures["switch.off"], figures["mux.supply"], figures["capacitor.leakage"], figures["button.leakage"],
        figures["board.leakage"],
    ];

    private IReadOnlyList<Figure> Awake =>
        [figures["s3.awake"], figures["oled.on"], figures["rtc.active"], figures["ldo.loaded"]];
}

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
