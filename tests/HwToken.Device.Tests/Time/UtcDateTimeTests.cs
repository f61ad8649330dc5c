using CsCheck;
using HwToken.Device.Time;

namespace HwToken.Device.Tests.Time;

public class UtcDateTimeTests
{
    [Fact]
    public void Set_EveryDayOf430Years_IsTheFrameworksDate()
    {
        var time = new UtcDateTime();
        for (DateTime day = DateTime.UnixEpoch; day.Year < 2400; day = day.AddDays(1))
        {
            time.Set((long)(day - DateTime.UnixEpoch).TotalSeconds);
            Assert.Equal((day.Year, day.Month, day.Day), (time.Year, time.Month, time.Day));
        }
    }

    [Fact]
    public void Set_AnyTimeUntil9999_IsTheFrameworksTime()
    {
        var time = new UtcDateTime();
        Gen.Long[0, DateTimeOffset.MaxValue.ToUnixTimeSeconds()].ForAll(10_000, seconds =>
        {
            time.Set(seconds);
            DateTimeOffset expected = DateTimeOffset.FromUnixTimeSeconds(seconds);
            Assert.Equal(
                (expected.Year, expected.Month, expected.Day, expected.Hour, expected.Minute, expected.Second),
                (time.Year, time.Month, time.Day, time.Hour, time.Minute, time.Second));
        });
    }

    [Fact]
    public void Set_LastTimeOfTheProtocol_IsInItsYear()
    {
        var time = new UtcDateTime();

        time.Set((1L << 40) - 1);

        Assert.Equal((36812, 2, 20), (time.Year, time.Month, time.Day));
    }
}
