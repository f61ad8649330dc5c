using HwToken.Device.Ui;

namespace HwToken.Device.Tests.Ui;

public class ClockStepTests
{
    [Theory]
    [InlineData(0, "+0 s")]
    [InlineData(119, "+119 s")]
    [InlineData(-119, "-119 s")]
    [InlineData(120, "+2 min")]
    [InlineData(7199, "+119 min")]
    [InlineData(7200, "+2 h")]
    [InlineData(-172799, "-47 h")]
    [InlineData(172800, "+2 days")]
    [InlineData(-1785533695, "-20665 days")]
    public void Write_Seconds_AreInAUnitThatTells(long seconds, string expected)
    {
        var line = new TextLine();

        ClockStep.Write(line, seconds);

        Assert.Equal(expected, line.ToString());
    }
}
