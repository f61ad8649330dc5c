// Kinds of parts: symbols with their pins, what a pin does and what it needs.

using System.Globalization;
using HwToken.Pages;

namespace HwToken.Schematic.Inputs;

/// <summary>What a pin does electrically. The rules go by it.</summary>
public enum PinType
{
    /// <summary>Takes its supply here.</summary>
    PowerIn,

    /// <summary>Feeds a supply: a regulator's or switch's output, a cell's plus.</summary>
    PowerOut,

    /// <summary>Belongs on GND and nowhere else.</summary>
    Ground,

    Input,

    /// <summary>Drives both levels whenever the part is on.</summary>
    Output,

    /// <summary>What the program makes of it: an input until then.</summary>
    Bidirectional,

    /// <summary>Pulls low or lets go; several may share a net.</summary>
    OpenDrain,

    Passive,

    /// <summary>A pin of the package that is not connected inside.</summary>
    Unused,
}

/// <summary>Where a pin leaves its symbol before the symbol is turned.</summary>
public enum Side
{
    /// <summary>Not drawn: an unused pin of the package.</summary>
    None,
    Left,
    Right,
    Top,
    Bottom,
}

/// <summary>One pin of a symbol: a line of pins.csv.</summary>
/// <param name="Number">The package's pin number, or what the silk screen of a module says.</param>
/// <param name="Slot">The place along <paramref name="Side"/>, from 1; pins in one slot are drawn as one.</param>
/// <param name="Needs">What must be true of the net: see <see cref="Has"/> and <see cref="Range"/>.</param>
/// <param name="LeftOpen">What happens if nothing is connected; empty where something must be.</param>
public sealed record SymbolPin(
    string Number, string Name, PinType Type, Side Side, int Slot, IReadOnlyList<string> Needs, string LeftOpen)
{
    /// <summary>A pull inside the part holds the level while the pin is open.</summary>
    public const string PulledUpInside = "pulled up inside";

    public const string PulledDownInside = "pulled down inside";

    public static SymbolPin Read(CsvRecord record) => new(
        record["pin"], record["name"], Choice<PinType>(record, "type"), Choice<Side>(record, "side"),
        (int)record.Number("slot"), record["needs"].Split("; ", StringSplitOptions.RemoveEmptyEntries),
        record["left_open"]);

    public bool Has(string need) => Needs.Contains(need);

    /// <summary>What follows "<paramref name="word"/> " in the needs, such as the address after "address".</summary>
    public IEnumerable<string> NeedsAfter(string word) => Needs
        .Where(need => need.StartsWith(word + " ", StringComparison.Ordinal)).Select(need => need[(word.Length + 1)..]);

    /// <summary>The need "1.5 to 6.0 V", by its unit; null where there is none.</summary>
    /// <exception cref="InvalidDataException">Its numbers cannot be read.</exception>
    public Interval? Range(string unit)
    {
        string? need = Needs.FirstOrDefault(
            n => n.Contains(" to ", StringComparison.Ordinal) && n.EndsWith(" " + unit, StringComparison.Ordinal));
        if (need is null)
        {
            return null;
        }

        string[] ends = need[..^(unit.Length + 1)].Split(" to ");
        return ends.Length == 2 && TryNumber(ends[0], out double least) && TryNumber(ends[1], out double most)
            ? new Interval(least, most)
            : throw new InvalidDataException($"pins.csv: pin {Number} {Name} needs '{need}', which is not a range");
    }

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);

    /// <summary>power_in is PowerIn; empty is the first value.</summary>
    private static T Choice<T>(CsvRecord record, string column)
        where T : struct, Enum
    {
        string text = record[column].Replace("_", "", StringComparison.Ordinal);
        if (text.Length == 0)
        {
            return default;
        }

        return char.IsLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value)
            ? value
            : throw new InvalidDataException($"{record.Place}: there is no {column} '{record[column]}'");
    }
}

/// <summary>A kind of part with its pins: a line of symbols.csv.</summary>
/// <param name="Shape">How it is drawn: box, resistor, capacitor, diode and so on; none for what has no pins.</param>
/// <param name="Width">In grid units, see <see cref="Drawing.Grid"/>.</param>
public sealed record Symbol(
    string Name, string Shape, int Width, int Height, string Title, IReadOnlyList<SymbolPin> Pins)
{
    public const string Mechanical = "none";
}

/// <summary>The symbols of symbols.csv with their pins from pins.csv, by name.</summary>
public sealed class SymbolTable
{
    private readonly Dictionary<string, Symbol> _symbols;

    private SymbolTable(Dictionary<string, Symbol> symbols) => _symbols = symbols;

    public IReadOnlyCollection<Symbol> All => _symbols.Values;

    /// <exception cref="InvalidDataException">There is no such symbol.</exception>
    public Symbol this[string name] => _symbols.TryGetValue(name, out Symbol? symbol)
        ? symbol
        : throw new InvalidDataException($"symbols.csv has no symbol '{name}'");

    /// <exception cref="InvalidDataException">A symbol or a pin is given twice, or a pin has no symbol.</exception>
    public static SymbolTable Read(IReadOnlyList<CsvRecord> symbols, IReadOnlyList<CsvRecord> pins)
    {
        var table = new Dictionary<string, Symbol>();
        ILookup<string, CsvRecord> pinsOf = pins.ToLookup(pin => pin["symbol"]);
        foreach (CsvRecord record in symbols)
        {
            string name = record["symbol"];
            SymbolPin[] own = [.. pinsOf[name].Select(SymbolPin.Read)];
            if (own.Select(pin => pin.Number).Distinct().Count() != own.Length)
            {
                throw new InvalidDataException($"pins.csv gives a pin of {name} twice");
            }

            var symbol = new Symbol(
                name, record["shape"], (int)record.Number("width"), (int)record.Number("height"), record["title"], own);
            if (!table.TryAdd(name, symbol))
            {
                throw new InvalidDataException($"{record.Place}: the symbol {name} is given twice");
            }
        }

        CsvRecord? stray = pins.FirstOrDefault(pin => !table.ContainsKey(pin["symbol"]));
        return stray is null
            ? new SymbolTable(table)
            : throw new InvalidDataException($"{stray.Place}: symbols.csv has no symbol '{stray["symbol"]}'");
    }
}
