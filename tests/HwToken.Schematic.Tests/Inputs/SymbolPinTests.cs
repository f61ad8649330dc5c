using HwToken.Pages;
using HwToken.Schematic.Inputs;

namespace HwToken.Schematic.Tests.Inputs;

public class SymbolPinTests
{
    [Fact]
    public void Read_Line_IsThePin()
    {
        SymbolPin pin = Read("1,IN,power_in,left,2,1.5 to 6.0 V; tied to OUT,pulled up inside");

        Assert.Equal(PinType.PowerIn, pin.Type);
        Assert.Equal(Side.Left, pin.Side);
        Assert.Equal(new Interval(1.5, 6), pin.Range("V"));
        Assert.Equal(["OUT"], pin.NeedsAfter("tied to"));
        Assert.Null(pin.Range("uF"));
    }

    [Theory]
    [InlineData("1,IN,power,left,2,,", "there is no type 'power'")]
    [InlineData("1,IN,input,west,2,,", "there is no side 'west'")]
    [InlineData("1,IN,7,left,2,,", "there is no type '7'")]
    public void Read_UnknownWord_IsNamed(string line, string message) =>
        Assert.Contains(
            message, Assert.Throws<InvalidDataException>(() => Read(line)).Message, StringComparison.Ordinal);

    [Fact]
    public void Range_NoNumbers_IsNamed() => Assert.Contains(
        "needs 'low to high V', which is not a range",
        Assert.Throws<InvalidDataException>(() => Read("1,IN,input,left,2,low to high V,").Range("V")).Message,
        StringComparison.Ordinal);

    private static SymbolPin Read(string line) =>
        SymbolPin.Read(CsvFile.Parse("pins.csv", ["pin,name,type,side,slot,needs,left_open", line])[0]);
}
