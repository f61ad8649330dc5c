namespace HwToken.Schematic.Inputs;

/// <summary>A kind of part with its pins: a line of symbols.csv.</summary>
/// <param name="Shape">How it is drawn: box, resistor, capacitor, diode and so on; none for what has no pins.</param>
/// <param name="Width">In grid units, see <see cref="Drawing.Grid"/>.</param>
public sealed record Symbol(
    string Name, string Shape, int Width, int Height, string Title, IReadOnlyList<SymbolPin> Pins)
{
    public const string Mechanical = "none";
}
