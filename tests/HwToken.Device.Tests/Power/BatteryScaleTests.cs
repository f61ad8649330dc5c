using HwToken.Device.Power;

namespace HwToken.Device.Tests.Power;

public class BatteryScaleTests
{
    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1000, 1, 1896)] // (142 + 806) * 2
    [InlineData(8000, 8, 1896)]
    [InlineData(4095 * 500, 500, 6884)] // The sum times the slope is past 2^31.
    [InlineData(1, 1, 284)]
    public void Millivolts_Counts_AreTakenThroughLineAndDivider(int sum, int samples, int expected)
    {
        var scale = new BatteryScale(microvoltsPerCount: 806, offsetMillivolts: 142, upperKilohms: 1000, lowerKilohms: 1000);

        Assert.Equal(expected, scale.Millivolts(sum, samples));
    }

    [Fact]
    public void Millivolts_UnevenDivider_IsUndone()
    {
        var scale = new BatteryScale(microvoltsPerCount: 1000, offsetMillivolts: 0, upperKilohms: 470, lowerKilohms: 220);

        Assert.Equal(3136, scale.Millivolts(1000, 1));
    }
}
