using HwToken.Schematic.Inputs;

namespace HwToken.Schematic.Model;

/// <summary>A pin of a part and the net that it is on: a line of a build's nets table.</summary>
/// <param name="Remark">Why a pin is open, or a remark for a rule.</param>
public sealed record Terminal(Component Component, SymbolPin Pin, string Net, string Remark)
{
    /// <summary>The net of the pins that are left open on purpose.</summary>
    public const string Open = "NC";

    public const string Ground = "GND";

    public bool IsOpen => Net == Open;

    public override string ToString() => $"{Component.Reference}.{Pin.Number} ({Pin.Name})";
}
