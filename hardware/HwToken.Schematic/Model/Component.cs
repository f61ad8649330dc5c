using HwToken.Pages;
using HwToken.Schematic.Inputs;

namespace HwToken.Schematic.Model;

/// <summary>A part of a build: a line of its parts table.</summary>
/// <param name="Reference">Designator, such as R11.</param>
/// <param name="BomReference">The line of bom.csv to buy it from.</param>
/// <param name="WiringName">What wiring.csv calls it; empty where that table does not have it.</param>
/// <param name="WiringPins">Pin numbers by the names that wiring.csv uses, where the symbol has others.</param>
/// <param name="X">The middle of the symbol in the drawing, in grid units.</param>
/// <param name="Turn">Clockwise, degrees: 0, 90, 180 or 270.</param>
public sealed record Component(
    string Reference, string BomReference, Symbol Symbol, string WiringName,
    IReadOnlyDictionary<string, string> WiringPins, int X, int Y, int Turn)
{
    public bool IsDrawn => Symbol.Shape != Symbol.Mechanical;

    /// <param name="record">With a wiring column such as "power latch; HOLD=2".</param>
    public static Component Read(CsvRecord record, SymbolTable symbols)
    {
        string[] wiring = record["wiring"].Split("; ");
        return new Component(
            record["ref"], record["bom"], symbols[record["symbol"]], wiring[0],
            wiring.Skip(1).Select(alias => alias.Split('=')).ToDictionary(alias => alias[0], alias => alias[^1]),
            (int)record.Number("x"), (int)record.Number("y"), (int)record.Number("turn"));
    }

    /// <summary>The pins that wiring.csv means by a name.</summary>
    public IEnumerable<SymbolPin> PinsInWiring(string name) =>
        WiringPins.TryGetValue(name, out string? number)
            ? Symbol.Pins.Where(pin => pin.Number == number)
            : Symbol.Pins.Where(pin => pin.Name == name);

    public override string ToString() => Reference;
}
