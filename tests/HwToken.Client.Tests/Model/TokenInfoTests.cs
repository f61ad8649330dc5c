using HwToken.Client.Model;

namespace HwToken.Client.Tests.Model;

public class TokenSealTests
{
    private static readonly DateTimeOffset Day = new(2028, 2, 29, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public void NextDrill_SealedOrDrilled_IsAYearAfterTheLater()
    {
        Assert.Null(new TokenSeal(false, null, null, 0, null).NextDrill);
        Assert.Equal(Day.AddYears(1), new TokenSeal(true, 1, Day, 0, null).NextDrill);
        Assert.Equal(Day.AddYears(1), new TokenSeal(true, 1, Day.AddDays(-9), 0, Day).NextDrill);
        Assert.Equal(Day.AddYears(1), new TokenSeal(true, 1, Day, 0, Day.AddDays(-9)).NextDrill);
        Assert.Equal(Day.AddYears(1), new TokenSeal(false, null, null, 0, Day).NextDrill);
    }

    [Fact]
    public void NextDrill_AtTheEndOfTheCalendar_IsATime()
    {
        var last = new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero);
        Assert.Equal(last, new TokenSeal(true, 1, last, 0, null).NextDrill);
    }
}
