using HwToken.PowerBudget.Output;

namespace HwToken.PowerBudget.Tests.Output;

public class ScaleTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(15, 0.5)]
    [InlineData(30, 1)]
    [InlineData(99, 1)]
    public void Linear_Position_IsProportional(double value, double expected) =>
        Assert.Equal(expected, Scale.Linear(30).Position(value), 12);

    [Theory]
    [InlineData(0.01, 0)]
    [InlineData(0.1, 0)]
    [InlineData(1, 0.5)]
    [InlineData(10, 1)]
    public void Logarithmic_Position_IsOfTheRatio(double value, double expected) =>
        Assert.Equal(expected, Scale.Logarithmic(0.1, 10).Position(value), 12);
}
