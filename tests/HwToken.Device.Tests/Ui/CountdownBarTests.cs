using HwToken.Device.Ui;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Ui;

public class CountdownBarTests
{
    private const int BytesPerUpdate = 40;

    private readonly SimulatedPanel _panel = new();
    private readonly Canvas _canvas;
    private readonly CountdownBar _bar;

    public CountdownBarTests()
    {
        _panel.SetPower(true);
        _canvas = new Canvas(_panel);
        _bar = new CountdownBar(_canvas);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(15)]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(99)]
    [InlineData(600)]
    [InlineData(65535)]
    public void Draw_EverySecond_TakesFewBytes(int period)
    {
        Draw(period, period);
        for (int left = period - 1; left >= 0; left--)
        {
            long before = _panel.BusBytes;
            Draw(left, period);
            Assert.InRange(_panel.BusBytes - before, 1, BytesPerUpdate);
        }
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(15, 30)]
    [InlineData(1, 30)]
    [InlineData(0, 30)]
    [InlineData(31, 30)]
    public void Draw_SecondsLeft_LightsTheirShare(int left, int total)
    {
        Draw(left, total);

        // The middle row, between the walls of the bar, which for two digits and the unit ends at column 105.
        string row = _panel.ToText().Split('\n')[60][1..106];
        double share = (double)Math.Min(left, total) / total;
        Assert.Equal(Math.Ceiling(share * 105), row.Count(pixel => pixel == '#'));
        Assert.DoesNotContain(".#", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_OtherTotal_LeavesNothingOfTheOldBar()
    {
        Draw(30, 30);
        Draw(9, 600);
        string afterwards = _panel.ToText();

        var fresh = new CountdownBarTests();
        fresh.Draw(9, 600);

        Assert.Equal(fresh._panel.ToText(), afterwards);
    }

    [Fact]
    public void Draw_Same_WritesNothing()
    {
        Draw(12, 30);
        int revision = _panel.Revision;

        Draw(12, 30);

        Assert.Equal(revision, _panel.Revision);
    }

    private void Draw(int left, int total)
    {
        _bar.Draw(left, total);
        _canvas.Flush();
    }
}
