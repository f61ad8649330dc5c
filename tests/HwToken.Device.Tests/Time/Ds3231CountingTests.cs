using CsCheck;
using HwToken.Device.Time;
using HwToken.Virtual.Chips;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Device.Tests.Time;

/// <summary>The driver and the simulated chip were written apart, each from the datasheet: here they meet.</summary>
public class Ds3231CountingTests
{
    private const long Day = 86400;
    private const long Year = 366 * Day;

    private readonly FakeTimeProvider _crystal = new();
    private readonly Ds3231 _clock;

    public Ds3231CountingTests()
    {
        _clock = new Ds3231(new SimulatedDs3231(_crystal));
    }

    [Fact]
    public void Read_AnyTimeAfterAnySet_IsThatMuchLater()
    {
        Gen.Select(Gen.Long[Ds3231.MinUnixSeconds, Ds3231.MaxUnixSeconds], Gen.Long[0, 30 * Year])
            .Where((start, passed) => start + passed <= Ds3231.MaxUnixSeconds)
            .ForAll(5_000, (start, passed) => Assert.True(Passes(start, passed)));
    }

    [Fact]
    public void Read_AroundMidnightOfAnyDay_IsOneSecondLater()
    {
        for (long day = 0; day < Ds3231.MaxUnixSeconds / Day; day++)
        {
            Assert.True(Passes((day + 1) * Day - 1, 1), $"midnight after day {day}");
        }
    }

    [Theory]
    [InlineData("2038-01-19T03:14:07Z", 1)]
    [InlineData("1999-12-31T23:59:59Z", 1)]
    [InlineData("2099-12-31T23:59:59Z", 1)]
    [InlineData("2100-02-28T23:59:59Z", 1)]
    [InlineData("2100-02-28T00:00:00Z", Day)]
    [InlineData("2100-02-28T00:00:00Z", 2 * Day)]
    [InlineData("2100-03-01T12:00:00Z", Day)]
    [InlineData("1970-01-01T00:00:00Z", Ds3231.MaxUnixSeconds)]
    [InlineData("2026-01-01T00:00:00Z", 100 * Year)]
    public void Read_PastASpecialMoment_IsThatMuchLater(string start, long passed)
    {
        Assert.True(Passes(DateTimeOffset.Parse(start, null).ToUnixTimeSeconds(), passed));
    }

    [Fact]
    public void Set_ChipBeforeItsFirstSet_StopsBeingStopped()
    {
        Assert.Equal(ClockReading.OscillatorStopped, _clock.Read(out _));

        Assert.True(_clock.Set(1_800_000_000));

        Assert.Equal(ClockReading.Running, _clock.Read(out long now));
        Assert.Equal(1_800_000_000, now);
    }

    [Fact]
    public void Set_LateInASecond_BeginsTheSecondAnew()
    {
        Assert.True(_clock.Set(1_800_000_000));
        _crystal.Advance(TimeSpan.FromMilliseconds(1900));
        Assert.True(_clock.Set(1_800_000_100));

        _crystal.Advance(TimeSpan.FromMilliseconds(999));
        _clock.Read(out long justBefore);
        _crystal.Advance(TimeSpan.FromMilliseconds(1));
        _clock.Read(out long after);

        Assert.Equal((1_800_000_100, 1_800_000_101), (justBefore, after));
    }

    private static bool Passes(long start, long passed)
    {
        // A new one each time: the fake ends with the year 9999, which thousands of decades soon reach.
        var crystal = new FakeTimeProvider();
        var clock = new Ds3231(new SimulatedDs3231(crystal));
        Assert.True(clock.Set(start));
        crystal.Advance(TimeSpan.FromSeconds(passed));
        return clock.Read(out long now) == ClockReading.Running && now == start + passed;
    }
}
