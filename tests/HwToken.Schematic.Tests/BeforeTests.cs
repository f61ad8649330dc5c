using HwToken.Pages;
using HwToken.Schematic.Inputs;
using HwToken.Schematic.Model;
using HwToken.Schematic.Rules;

namespace HwToken.Schematic.Tests;

/// <summary>
/// The schematic as it was before these rules, kept in Before/: each of them finds there what it was made for. Symbols of
/// parts that are no longer used are there too, with what the rules ask of them today.
/// </summary>
public class BeforeTests
{
    private static readonly Dictionary<string, IRule> Rules = ElectricalRules.All.ToDictionary(rule => rule.GetType().Name);

    [Theory]
    [InlineData("BulkRule", "pocket", "U1.2 (3V3) wants 22 uF beside it, and has 0 uF")]
    [InlineData("RegulatorRule", "pocket", "U2 gives 200 mA, and 3V3 takes 370.2 mA")]
    [InlineData("HoldUpRule", "pocket", "U2.3 (EN) on REG_ON has no capacitor: the regulator is off when the finger lifts")]
    [InlineData("HoldUpRule", "pocket", "D2 is a Schottky diode: its reverse current empties the capacitor on REG_ON")]
    [InlineData("BackfeedRule", "pocket", "Q1: CELLS at 5.4 V feeds VSYS, which U6 holds at 4.4 V")]
    [InlineData("FuseRule", "pocket", "U5.7 (VREGIN) takes its supply from VBUS without a fuse")]
    [InlineData("FuseRule", "pocket", "U6.1 (VIN) takes its supply from VBUS without a fuse")]
    [InlineData("DischargeRule", "pocket", "SW1.2 (2) can be touched, and nothing protects PRESS against a discharge")]
    [InlineData("BusRule", "pocket", "DS1.SDA (SDA) is pulled up inside, and pins.csv does not say by how much")]
    [InlineData("InputRule", "bench", "M1.J2-5 (IO34) is BATTERY, which the program reads, and nothing gives it a level")]
    [InlineData("ModuleRule", "pocket", "U1: images.csv names no image for it")]
    [InlineData("ModuleRule", "bench", "M1: images.csv names no image for it")]
    public void Check_TheSchematicBefore_IsFound(string rule, string build, string finding) =>
        Assert.Contains(finding, Rules[rule].Check(Before(build)));

    private static Design Before(string build)
    {
        static string Old(string name) => Repository.PathOf("tests", "HwToken.Schematic.Tests", "Before", name);
        static IReadOnlyList<CsvRecord> Merged(string name)
        {
            IReadOnlyList<CsvRecord> old = CsvFile.Read(Old(name));
            HashSet<string> replaced = [.. old.Select(record => record["symbol"])];
            IReadOnlyList<CsvRecord> today = CsvFile.Read(Repo.Hardware.PathOf("schematic", name));
            return [.. today.Where(record => !replaced.Contains(record["symbol"])), .. old];
        }

        return Repo.Design(build) with
        {
            Netlist = Netlist.Read(
                SymbolTable.Read(Merged("symbols.csv"), Merged("pins.csv")), CsvFile.Read(Old($"{build}-parts.csv")),
                CsvFile.Read(Old($"{build}-nets.csv"))),
            Bom = BomLine.Read(Old("bom.csv")),
            Supplies = [.. Supply.Read(Old("supplies.csv")).Where(supply => supply.Build == build)],
            Regulators = [.. Regulator.Read(Old("regulators.csv")).Where(regulator => regulator.Build == build)],
            Images = [],
        };
    }
}
