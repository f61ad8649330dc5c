using HwToken.Schematic.Model;

namespace HwToken.Schematic.Tests.Model;

public class QuantityTests
{
    [Theory]
    [InlineData("4.7 kohm 1 %", 4700)]
    [InlineData("pull-up 4.7 kOhm to 3V3", 4700)]
    [InlineData("1 Mohm 1 %", 1e6)]
    [InlineData("330 ohm", 330)]
    [InlineData("100 nF 16 V X7R", 100e-9)]
    [InlineData("2.2 uF 16 V X7R", 2.2e-6)]
    [InlineData("15 pF", 15e-12)]
    public void Find_Value_IsInOhmsOrFarads(string text, double expected) =>
        Assert.True(Quantity.AreEqual(expected, Quantity.Find(text)));

    [Theory]
    [InlineData("3.3 V 200 mA")]
    [InlineData("")]
    [InlineData("ohm")]
    public void Find_NoValue_IsNull(string text) => Assert.Null(Quantity.Find(text));

    [Fact]
    public void FindVoltsAndAmps_Value_AreTheNumbersBeforeTheUnit()
    {
        const string Fuse = "6 V 0.5 A hold 0.8 ohm";

        Assert.Equal(6, Quantity.FindVolts(Fuse));
        Assert.Equal(0.5, Quantity.FindAmps(Fuse));
        Assert.Null(Quantity.FindAmps("3.3 V 500 mA"));
    }

    [Fact]
    public void AreEqual_OtherOrMissing_AreNot()
    {
        Assert.False(Quantity.AreEqual(4700, 4701));
        Assert.False(Quantity.AreEqual(null, null));
    }

    [Theory]
    [InlineData("100 nF 16 V X7R", "100 nF")]
    [InlineData("no value", "no value")]
    public void Brief_Text_IsTheValueAlone(string text, string expected) =>
        Assert.Equal(expected, Quantity.Brief(text));
}
