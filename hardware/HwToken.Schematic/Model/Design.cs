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
