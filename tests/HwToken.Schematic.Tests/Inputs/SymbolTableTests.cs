using HwToken.Pages;
using HwToken.Schematic.Inputs;

namespace HwToken.Schematic.Tests.Inputs;

public class SymbolTableTests
{
    private const string Symbols = "symbol,shape,width,height,title";
    private const string Pins = "symbol,pin,name,type,side,slot,needs,left_open";

    [Fact]
    public void Read_PinGivenTwice_IsRefused() =>
        AssertRefused("a pin of r twice", ["r,box,4,4,"], ["r,1,A,passive,left,1,,", "r,1,B,passive,left,2,,"]);

    [Fact]
    public void Read_SymbolGivenTwice_IsRefused() =>
        AssertRefused("the symbol r is given twice", ["r,box,4,4,", "r,box,4,4,"], []);

    [Fact]
    public void Read_PinOfNoSymbol_IsRefused() =>
        AssertRefused("pins.csv line 2: symbols.csv has no symbol 'q'", ["r,box,4,4,"], ["q,1,A,passive,left,1,,"]);

    [Fact]
    public void Symbols_InTheRepository_SayWhereTheirPinsAreFrom() => Assert.All(
        CsvFile.Read(Repo.Hardware.PathOf("schematic", "symbols.csv")),
        symbol =>
        {
            Assert.Matches("^(yes|no: .+)$", symbol["verified"]);
            Assert.True(symbol["source"].Length > 0 || symbol["shape"] == Symbol.Mechanical, symbol["symbol"]);
        });

    [Theory]
    [InlineData("supplies.csv")]
    [InlineData("regulators.csv")]
    public void Figures_InTheRepository_HaveASource(string file) => Assert.All(
        CsvFile.Read(Repo.Hardware.PathOf("schematic", file)),
        record =>
        {
            Assert.NotEmpty(record["source"]);
            Assert.Matches("^(yes|no: .+)$", record["verified"]);
        });

    private static void AssertRefused(string message, string[] symbols, string[] pins) => Assert.Contains(
        message,
        Assert.Throws<InvalidDataException>(() => SymbolTable.Read(
            CsvFile.Parse("symbols.csv", [Symbols, .. symbols]), CsvFile.Parse("pins.csv", [Pins, .. pins]))).Message,
        StringComparison.Ordinal);
}
