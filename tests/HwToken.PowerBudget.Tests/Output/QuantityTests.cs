using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;
using HwToken.PowerBudget.Output;

namespace HwToken.PowerBudget.Tests.Output;

public class QuantityTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.003, "0.00300")]
    [InlineData(0.63, "0.630")]
    [InlineData(8.766, "8.77")]
    [InlineData(31.7, "31.7")]
    [InlineData(1200, "1200")]
    public void Number_ThreeDigitsCount(double value, string expected) =>
        Assert.Equal(expected, Quantity.Number(value));

    [Theory]
    [InlineData(15, "15.0 years")]
    [InlineData(1, "1.0 years")]
    [InlineData(0.5, "183 days")]
    [InlineData(0.001, "8.8 hours")]
    public void Duration_Unit_FitsTheLength(double years, string expected) =>
        Assert.Equal(expected, Quantity.Duration(years));

    [Fact]
    public void Duration_LimitedByShelf_IsSaid() =>
        Assert.Equal("20.0 years (shelf)", Quantity.Duration(new Life(YearsOfCharge: 90, YearsOfShelf: 20)));

    [Fact]
    public void Marked_UnverifiedCorner_HasAQuestionMark()
    {
        Figure figure = Tables.Microamps(1) with { Verified = "typical" };

        Assert.Equal("1", Quantity.Marked("1", figure, Corner.Typical));
        Assert.Equal("1 ?", Quantity.Marked("1", figure, Corner.Worst));
    }
}
