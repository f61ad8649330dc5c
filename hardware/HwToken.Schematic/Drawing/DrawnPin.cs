using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Drawing;

/// <summary>The pins in one slot of a symbol, where a wire meets them.</summary>
/// <param name="End">The free end.</param>
/// <param name="Out">Away from the symbol.</param>
public sealed record DrawnPin(IReadOnlyList<Terminal> Terminals, Point End, Direction Out)
{
    private const int BoxPinLength = 2;
    private const int ShapePinLength = 1;
    private const int QuarterTurn = 90;
    private const int Directions = 4;

    public Terminal First => Terminals[0];

    public string Net => First.Net;

    /// <summary>From the body to the free end, grid units.</summary>
    public static int LengthIn(Symbol symbol) => symbol.Shape == "box" ? BoxPinLength : ShapePinLength;

    public static IReadOnlyList<DrawnPin> Of(Component component, Netlist netlist) =>
    [
        .. netlist.Of(component).Where(t => t.Pin.Side != Side.None)
            .GroupBy(t => (t.Pin.Side, t.Pin.Slot))
            .Select(slot => new DrawnPin(
                [.. slot],
                new Point(component.X, component.Y)
                    + Local(component.Symbol, slot.Key.Side, slot.Key.Slot).Turn(component.Turn),
                Turned(slot.Key.Side, component.Turn))),
    ];

    /// <summary>From the middle of the symbol, before it is turned.</summary>
    public static Point Local(Symbol symbol, Side side, int slot)
    {
        int along = 2 * slot;
        int x = symbol.Width / 2;
        int y = symbol.Height / 2;
        int length = LengthIn(symbol);
        return side switch
        {
            Side.Left => new Point(-x - length, along - y),
            Side.Right => new Point(x + length, along - y),
            Side.Top => new Point(along - x, -y - length),
            _ => new Point(along - x, y + length),
        };
    }

    /// <summary>Away from the body, before the symbol is turned.</summary>
    public static Direction OutOf(Side side) => side switch
    {
        Side.Left => Direction.Left,
        Side.Right => Direction.Right,
        Side.Top => Direction.Up,
        _ => Direction.Down,
    };

    private static Direction Turned(Side side, int degrees) =>
        (Direction)(((int)OutOf(side) + (degrees / QuarterTurn)) % Directions);
}
