using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;

namespace HwToken.Schematic.Output;

/// <summary>What KiCad's files have in common.</summary>
internal static class Kicad
{
    /// <summary>The library that the symbols are said to be from; they come with the sheet.</summary>
    public const string Library = "hwtoken";

    /// <summary>In the column of footprints: joined by wires, and not on the board.</summary>
    public const string Wires = "wires";

    public static string Quote(string text) =>
        '"' + text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    public static string Number(double value) => Math.Round(value, 4).ToString(CultureInfo.InvariantCulture);

    /// <summary>The same for the same thing each time, so that files do not change without a reason.</summary>
    public static string Id(string thing)
    {
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(thing));
        return new Guid(hash.AsSpan(0, 16)).ToString();
    }

    public static string Footprint(BomLine line) => line.Footprint == Wires ? "" : line.Footprint;

    public static string Value(Design design, Component component)
    {
        BomLine line = design.LineOf(component);
        return component.Symbol.Shape is "resistor" or "capacitor" ? Quantity.Brief(line.Value)
            : line.PartNumber.Length > 0 ? line.PartNumber
            : component.Symbol.Name;
    }

    /// <summary>KiCad's name of the type. A ground pin is passive: where a supply returns is not its concern.</summary>
    public static string Name(PinType type) => type switch
    {
        PinType.PowerIn => "power_in",
        PinType.PowerOut => "power_out",
        PinType.Input => "input",
        PinType.Output => "output",
        PinType.Bidirectional => "bidirectional",
        PinType.OpenDrain => "open_collector",
        PinType.Unused => "free",
        _ => "passive",
    };
}
