using HwToken.PowerBudget.Model;

namespace HwToken.PowerBudget.Tests.Model;

public class ChargeTests
{
    [Theory]
    [InlineData(1, 8.766)]
    [InlineData(10, 87.66)]
    [InlineData(0, 0)]
    public void OfYear_Microamps_AreTakenFor8766Hours(double microamps, double expected) =>
        Assert.Equal(expected, Charge.OfYear(microamps), 9);

    [Fact]
    public void MicroampsOfYear_UndoesOfYear() => Assert.Equal(7.3, Charge.MicroampsOfYear(Charge.OfYear(7.3)), 12);

    [Theory]
    [InlineData(36, 100, 1)]
    [InlineData(44, 45, 0.55)]
    public void OfSession_MilliampsTimesSeconds_AreHours(double milliamps, double seconds, double expected) =>
        Assert.Equal(expected, Charge.OfSession(milliamps, seconds), 12);
}
