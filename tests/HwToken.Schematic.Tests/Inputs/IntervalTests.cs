using HwToken.Schematic.Inputs;

namespace HwToken.Schematic.Tests.Inputs;

public class IntervalTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(3.3, true)]
    [InlineData(0.999, false)]
    [InlineData(3.301, false)]
    public void Contains_Value_IncludesTheEnds(double value, bool expected) =>
        Assert.Equal(expected, new Interval(1, 3.3).Contains(value));

    [Fact]
    public void Contains_ComputedEnd_IsNotLostToRounding() =>
        Assert.True(new Interval(0, 3.0 + 0.3).Contains(5.5 * 330 / 550));

    [Theory]
    [InlineData(1, 3, true)]
    [InlineData(0.5, 2, false)]
    [InlineData(2, 4, false)]
    public void Contains_Interval_NeedsBothEnds(double least, double most, bool expected) =>
        Assert.Equal(expected, new Interval(1, 3).Contains(new Interval(least, most)));
}
