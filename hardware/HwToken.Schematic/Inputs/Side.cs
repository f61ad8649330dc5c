namespace HwToken.Schematic.Inputs;

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
