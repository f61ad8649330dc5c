using HwToken.PowerBudget.Inputs;

namespace HwToken.PowerBudget.Tests.Inputs;

public class FigureTests
{
    [Fact]
    public void Currents_MilliampFigure_AreConverted()
    {
        Figure figure = Tables.Milliamps(32);

        Assert.Equal(32_000, figure.Microamps(Corner.Typical));
        Assert.Equal(32, figure.Milliamps(Corner.Typical));
    }

    [Fact]
    public void SharePerYear_Percent_IsAShareOfOne() =>
        Assert.Equal(0.015, Tables.Of("x", "%/year", 1.5).SharePerYear(Corner.Worst), 12);

    [Theory]
    [InlineData("mAh")]
    [InlineData("years")]
    [InlineData("%/year")]
    public void Microamps_OtherUnit_IsRefused(string unit) =>
        Assert.Throws<InvalidDataException>(() => Tables.Of("x", unit, 1).Microamps(Corner.Best));

    [Fact]
    public void Quantities_OfACurrent_AreRefused()
    {
        Figure current = Tables.Microamps(1);

        Assert.Throws<InvalidDataException>(() => current.MilliampHours(Corner.Best));
        Assert.Throws<InvalidDataException>(() => current.Years(Corner.Best));
        Assert.Throws<InvalidDataException>(() => current.SharePerYear(Corner.Best));
    }

    [Theory]
    [InlineData("yes", true, true, true)]
    [InlineData("no", false, false, false)]
    [InlineData("worst", false, false, true)]
    [InlineData("best typical", true, true, false)]
    public void IsVerified_Corners_AreThoseNamed(string verified, bool best, bool typical, bool worst)
    {
        Figure figure = Tables.Microamps(1) with { Verified = verified };

        Assert.Equal(
            [best, typical, worst],
            new[] { Corner.Best, Corner.Typical, Corner.Worst }.Select(figure.IsVerified));
    }

    [Fact]
    public void Table_KeyGivenTwice_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => new FigureTable([Tables.Microamps(1), Tables.Microamps(2)]));

    [Fact]
    public void Table_UnknownKey_IsNamed() => Assert.Contains(
        "s3.dreaming",
        Assert.Throws<InvalidDataException>(() => new FigureTable([])["s3.dreaming"]).Message,
        StringComparison.Ordinal);
}
