// One build with everything that the rules compare it with, and the values of its parts.

using System.Globalization;
using System.Text.RegularExpressions;
using HwToken.Pages;
using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;
using HwToken.Schematic.Inputs;

namespace HwToken.Schematic.Model;

/// <summary>One build with all that the rules hold it against.</summary>
public sealed record Design(
    string Build, Netlist Netlist, IReadOnlyList<BomLine> Bom, IReadOnlyList<Supply> Supplies,
    IReadOnlyList<Regulator> Regulators, IReadOnlyList<WiringLine> Wiring, IReadOnlyList<Difference> Differences,
    FigureTable Figures, Latch Latch, StartBudget Start, IReadOnlyList<Image> Images)
{
    /// <exception cref="InvalidDataException">A table is invalid; the message names file and line.</exception>
    public static Design Read(HardwareFolder folder, string build)
    {
        string Table(string name) => folder.PathOf("schematic", name);
        var power = new PowerFiles(folder);
        var symbols = SymbolTable.Read(CsvFile.Read(Table("symbols.csv")), CsvFile.Read(Table("pins.csv")));
        return new Design(
            build,
            Netlist.Read(symbols, CsvFile.Read(Table($"{build}-parts.csv")), CsvFile.Read(Table($"{build}-nets.csv"))),
            BomLine.Read(folder.PathOf("bom.csv")),
            [.. Supply.Read(Table("supplies.csv")).Where(supply => supply.Build == build)],
            [.. Regulator.Read(Table("regulators.csv")).Where(regulator => regulator.Build == build)],
            WiringLine.Read(folder.PathOf("wiring.csv")),
            [.. Difference.Read(Table("differences.csv")).Where(difference => difference.Build == build)],
            power.ReadFigures(), Latch.Read(power.Latch), StartBudget.Read(power.Starts),
            [.. Image.Read(Table("images.csv")).Where(image => image.Build == build)]);
    }

    /// <summary>Null for a net that carries no supply.</summary>
    public Interval? VoltsOf(string net) => Supplies.FirstOrDefault(supply => supply.Net == net)?.Volts;

    /// <exception cref="InvalidDataException">The bill of materials has no such line.</exception>
    public BomLine LineOf(Component component) =>
        Bom.FirstOrDefault(line => line.Reference == component.BomReference)
        ?? throw new InvalidDataException($"bom.csv has no line {component.BomReference} for {component}");

    /// <summary>Ohms or farads; null where the bill of materials gives the part no such value.</summary>
    public double? ValueOf(Component component) => Quantity.Find(LineOf(component).Value);
}

/// <summary>Values as people write them: "4.7 kohm 1 %", "100 nF 16 V X7R".</summary>
public static partial class Quantity
{
    private const double Tolerance = 1e-6;

    private static readonly Dictionary<string, double> Scale = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ohm"] = 1,
        ["kohm"] = 1e3,
        ["Mohm"] = 1e6,
        ["pF"] = 1e-12,
        ["nF"] = 1e-9,
        ["uF"] = 1e-6,
    };

    /// <summary>The first resistance or capacitance in a text, in ohms or farads; null if there is none.</summary>
    public static double? Find(string text)
    {
        Match match = Pattern().Match(text);
        return match.Success
            ? double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture)
                * Scale[match.Groups["unit"].Value]
            : null;
    }

    /// <summary>The first voltage in a text, such as "5.5 V"; null if there is none.</summary>
    public static double? FindVolts(string text) => Find(text, Volts());

    /// <summary>The first current in a text, such as "0.5 A hold", in amperes; null if there is none.</summary>
    public static double? FindAmps(string text) => Find(text, Amps());

    /// <summary>"4.7 kOhm" and "4.7 kohm": what the drawing prints of a value.</summary>
    public static string Brief(string text)
    {
        Match match = Pattern().Match(text);
        return match.Success ? match.Value : text;
    }

    public static bool AreEqual(double? one, double? other) =>
        one is { } a && other is { } b && Math.Abs(a - b) <= Tolerance * Math.Abs(b);

    private static double? Find(string text, Regex pattern)
    {
        Match match = pattern.Match(text);
        return match.Success ? double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : null;
    }

    [GeneratedRegex(@"(?<number>\d+(\.\d+)?) V\b")]
    private static partial Regex Volts();

    [GeneratedRegex(@"(?<number>\d+(\.\d+)?) A\b")]
    private static partial Regex Amps();

    [GeneratedRegex(@"(?<number>\d+(\.\d+)?) (?<unit>[kM]?ohm|[pnu]F)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pattern();
}
