using HwToken.Device.Time;

namespace HwToken.Device.Tests.Time;

public class Ds3231CalendarTests
{
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    /// <summary>The day that wall calendars call 2100-03-01 and the chip 2100-02-29.</summary>
    private static readonly int DayOfDisagreement = new DateOnly(2100, 3, 1).DayNumber - Epoch.DayNumber;

    [Fact]
    public void SetDays_EveryDayUntil21000228_IsTheGregorianDate()
    {
        var calendar = new Ds3231Calendar();
        for (int days = 0; days < DayOfDisagreement; days++)
        {
            calendar.SetDays(days);
            Assert.Equal(Epoch.AddDays(days), new DateOnly(calendar.Year, calendar.Month, calendar.Date));
        }
    }

    [Theory]
    [InlineData(0, 2, 29)]
    [InlineData(1, 3, 1)]
    [InlineData(306, 12, 31)]
    public void SetDays_AfterTheLeapDayOf2100_IsOneDayBehind(int daysLater, int month, int date)
    {
        var calendar = new Ds3231Calendar();

        calendar.SetDays(DayOfDisagreement + daysLater);

        Assert.Equal((2100, month, date), (calendar.Year, calendar.Month, calendar.Date));
    }

    [Fact]
    public void Days_EveryDayOf200Years_ComesBack()
    {
        var calendar = new Ds3231Calendar();
        int last = new DateOnly(2169, 12, 31).DayNumber - Epoch.DayNumber;
        for (int days = 0; days <= last; days++)
        {
            calendar.SetDays(days);
            Assert.Equal(days, calendar.Days);
            Assert.True(calendar.TrySet(calendar.Year, calendar.Month, calendar.Date));
        }
    }

    [Theory]
    [InlineData(2001, 2, 29)]
    [InlineData(2000, 2, 30)]
    [InlineData(2000, 4, 31)]
    [InlineData(2000, 1, 32)]
    [InlineData(2000, 1, 0)]
    [InlineData(2000, 0, 1)]
    [InlineData(2000, 13, 1)]
    [InlineData(2000, -1, 1)]
    public void TrySet_NoSuchDay_IsRefusedAndChangesNothing(int year, int month, int date)
    {
        var calendar = new Ds3231Calendar();
        calendar.SetDays(1);

        Assert.False(calendar.TrySet(year, month, date));

        Assert.Equal(1, calendar.Days);
    }
}
