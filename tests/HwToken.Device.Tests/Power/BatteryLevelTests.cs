using HwToken.Device.Power;

namespace HwToken.Device.Tests.Power;

public class BatteryLevelTests
{
    private readonly BatteryLevel _level = new();

    [Fact]
    public void State_BeforeTheFirstMeasurement_IsUnknown() => Assert.Equal(BatteryState.Unknown, _level.State);

    [Theory]
    [InlineData(0, BatteryState.Unknown)]
    [InlineData(284, BatteryState.Unknown)] // what the ESP32's converter makes of nothing
    [InlineData(2499, BatteryState.Unknown)]
    [InlineData(2500, BatteryState.Empty)]
    [InlineData(3599, BatteryState.Empty)]
    [InlineData(3600, BatteryState.Low)]
    [InlineData(4349, BatteryState.Low)]
    [InlineData(4350, BatteryState.Good)]
    [InlineData(4500, BatteryState.Good)] // 1.5 V a cell: most of its life
    [InlineData(5400, BatteryState.Good)]
    public void Update_FirstMeasurement_IsJudgedByTheLimits(int millivolts, BatteryState expected)
    {
        _level.Update(millivolts);

        Assert.Equal(expected, _level.State);
    }

    [Theory]
    [InlineData(4300, 4499, BatteryState.Low)]
    [InlineData(4300, 4500, BatteryState.Good)]
    [InlineData(3500, 3749, BatteryState.Empty)]
    [InlineData(3500, 3750, BatteryState.Low)]
    [InlineData(3500, 4499, BatteryState.Low)]
    [InlineData(3500, 4500, BatteryState.Good)]
    [InlineData(4600, 4350, BatteryState.Good)]
    [InlineData(4300, 3600, BatteryState.Low)]
    [InlineData(4300, 3599, BatteryState.Empty)]
    [InlineData(3500, 0, BatteryState.Unknown)]
    public void Update_AfterAnother_IsLeftOnlyWellAboveTheLimit(int before, int now, BatteryState expected)
    {
        _level.Update(before);

        _level.Update(now);

        Assert.Equal(expected, _level.State);
    }

    [Fact]
    public void Forget_Low_BeginsAnew()
    {
        _level.Update(4300);
        _level.Forget();
        Assert.Equal(BatteryState.Unknown, _level.State);

        _level.Update(4400);
        Assert.Equal(BatteryState.Good, _level.State);
    }
}
