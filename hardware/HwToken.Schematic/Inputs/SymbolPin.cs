using System.Globalization;
using HwToken.Pages;

namespace HwToken.Schematic.Inputs;

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
