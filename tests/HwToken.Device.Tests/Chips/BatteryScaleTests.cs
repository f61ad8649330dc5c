using HwToken.Device.Chips;

namespace HwToken.Device.Tests.Chips;

public class BatteryScaleTests
{
    [Theory]
    [InlineData(0, 1, 0)]
    [InlineData(1000, 1, 2970)] // (142 + 806) * 690 / 220
    [InlineData(8000, 8, 2970)]
    [InlineData(4095 * 64, 64, 10794)]
    [InlineData(1, 1, 445)]
    public void Millivolts_Counts_AreTakenThroughLineAndDivider(int sum, int samples, int expected)
    {
        var scale = new BatteryScale(microvoltsPerCount: 806, offsetMillivolts: 142, upperKilohms: 470, lowerKilohms: 220);

        Assert.InRange(scale.Millivolts(sum, samples), expected - 4, expected + 4);
    }
}
