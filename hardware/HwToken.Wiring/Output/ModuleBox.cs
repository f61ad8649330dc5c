using HwToken.Wiring.Model;

namespace HwToken.Wiring.Output;

/// <summary>Where a module is drawn.</summary>
public sealed record ModuleBox(Module Module, double Top, IReadOnlyList<Row> Rows)
{
    private const double Header = 24;

    public double Height => Rows[^1].Bottom - Top;

    public static ModuleBox At(double top, Module module)
    {
        var rows = new List<Row>();
        double y = top + Header;
        foreach (Terminal terminal in module.Terminals)
        {
            double wire = y + Row.RoomAbove(terminal);
            y = wire + Row.RoomBelow(terminal);
            rows.Add(new Row(terminal, wire, y));
        }

        return new(module, top, rows);
    }
}
