using HwToken.Schematic.Model;

namespace HwToken.Schematic.Drawing;

/// <summary>The room that symbols take without their pins.</summary>
public static class Bodies
{
    /// <summary>About the middle, pixels, before the symbol is turned: as <see cref="Output"/> draws them.</summary>
    private static readonly Dictionary<string, Box> Shapes = new()
    {
        ["resistor"] = new Box(-6, -14, 6, 14),
        ["capacitor"] = new Box(-11, -4, 11, 4),
        ["diode"] = new Box(-8, -8, 12, 8),
        ["junction-diode"] = new Box(-8, -8, 8, 8),
        ["tvs"] = new Box(-12, -11, 12, 11),
        ["fuse"] = new Box(-14, -6, 14, 6),
        ["dual-diode"] = new Box(-8, -24, 16, 24),
        ["pmos"] = new Box(-13, -10, 13, 5),
        ["switch"] = new Box(-13, -14, 13, 3),
        ["cell"] = new Box(-12, -17, 12, 6),
        ["loop"] = new Box(-14, -9, 14, 9),
        ["pad"] = new Box(-6, -6, 6, 6),
    };

    public static Box Of(Component component)
    {
        double x = component.X * Grid.Pixels;
        double y = component.Y * Grid.Pixels;
        if (!Shapes.TryGetValue(component.Symbol.Shape, out Box box))
        {
            double right = component.Symbol.Width * Grid.Pixels / 2;
            double down = component.Symbol.Height * Grid.Pixels / 2;
            box = new Box(-right, -down, right, down);
        }

        box = component.Turn switch
        {
            90 => new Box(-box.Bottom, box.Left, -box.Top, box.Right),
            180 => new Box(-box.Right, -box.Bottom, -box.Left, -box.Top),
            270 => new Box(box.Top, -box.Right, box.Bottom, -box.Left),
            _ => box,
        };
        return new Box(x + box.Left, y + box.Top, x + box.Right, y + box.Bottom);
    }
}
