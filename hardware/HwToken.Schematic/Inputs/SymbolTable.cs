using HwToken.Pages;

namespace HwToken.Schematic.Inputs;

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
