using HwToken.Wiring.Model;

namespace HwToken.Wiring.Tests.Model;

public class RemarkTests
{
    [Theory]
    [InlineData("1 kOhm in series", "1 kOhm", "")]
    [InlineData("pull-up 4.7 kOhm to 3V3_SWITCHED", "4.7 kOhm", "3V3_SWITCHED")]
    [InlineData("pull-down 100 kOhm to GND", "100 kOhm", "GND")]
    [InlineData("100 nF to GND", "100 nF", "GND")]
    [InlineData("22 Ohm in series", "22 Ohm", "")]
    public void Parse_OnePart_IsReadWithItsOtherEnd(string text, string value, string to)
    {
        Remark remark = Remark.Parse(text);

        Assert.Equal(new Passive(value, to), Assert.Single(remark.Passives));
        Assert.Empty(remark.Notes);
    }

    [Fact]
    public void Parse_Several_KeepTheirOrder()
    {
        Remark remark = Remark.Parse("1 MOhm in series; 2 MOhm and 10 nF to GND; high does it");

        Assert.Equal([new("1 MOhm", ""), new("2 MOhm", "GND"), new Passive("10 nF", "GND")], remark.Passives);
        Assert.Equal(["high does it"], remark.Notes);
    }

    [Theory]
    [InlineData("pull-down 100 kOhm")]
    [InlineData("4.7 kOhm to where it fits")]
    [InlineData("most modules have one")]
    public void Parse_NoPart_IsANote(string text)
    {
        Remark remark = Remark.Parse(text);

        Assert.Empty(remark.Passives);
        Assert.Equal([text], remark.Notes);
    }

    [Fact]
    public void Parse_Nothing_IsNothing()
    {
        Assert.Empty(Remark.Parse("").Passives);
        Assert.Empty(Remark.Parse("").Notes);
    }

    // A value that is not understood would silently not be drawn.
    [Fact]
    public void Parse_TheRepositorysTable_LeavesNoValueInANote() => Assert.All(
        Tables.Hardware.ReadWires(Tables.Hardware.ReadBuilds()[0]).SelectMany(wire => Remark.Parse(wire.Remark).Notes),
        note => Assert.DoesNotMatch("[0-9] ?[kMunp]?(Ohm|F)", note));

    [Theory]
    [InlineData("4.7 kOhm", "4.7 k\u03A9", false)]
    [InlineData("1 uF", "1 \u00B5F", true)]
    [InlineData("100 nF", "100 nF", true)]
    public void Passive_Label_HasTheUnitsSign(string value, string label, bool isCapacitor)
    {
        var passive = new Passive(value, "GND");

        Assert.Equal(label, passive.Label);
        Assert.Equal(isCapacitor, passive.IsCapacitor);
    }
}
