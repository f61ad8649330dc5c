using HwToken.Virtual.Chips;

namespace HwToken.Virtual.Tests.Chips;

public class SimulatedPanelTests
{
    private readonly SimulatedPanel _panel = new();

    public SimulatedPanelTests()
    {
        _panel.SetPower(true);
    }

    [Fact]
    public void WritePage_Column_HasBit0OnTop()
    {
        _panel.WritePage(2, 5, [0xFF, 0x01, 0xC0], 1, 2);

        PanelPicture picture = _panel.Snapshot();
        Assert.Equal([(5, 16), (6, 22), (6, 23)], Lit(picture));
    }

    [Fact]
    public void ToText_Picture_Is64LinesOf128()
    {
        _panel.WritePage(7, 127, [0x80], 0, 1);

        string[] lines = _panel.ToText().Split('\n');

        Assert.Equal(65, lines.Length);
        Assert.Empty(lines[64]);
        Assert.All(lines[..64], line => Assert.Equal(128, line.Length));
        Assert.Equal(new string('.', 127) + "#", lines[63]);
    }

    [Fact]
    public void SetPower_Off_LosesThePicture()
    {
        _panel.WritePage(0, 0, [0xFF], 0, 1);

        _panel.SetPower(false);
        Assert.Empty(Lit(_panel.Snapshot()));

        _panel.SetPower(true);
        Assert.Empty(Lit(_panel.Snapshot()));
    }

    [Fact]
    public void SetPower_AsItIs_ChangesNothing()
    {
        _panel.WritePage(0, 0, [0xFF], 0, 1);
        int revision = _panel.Revision;

        _panel.SetPower(true);

        Assert.Equal(8, Lit(_panel.Snapshot()).Count());
        Assert.Equal(revision, _panel.Revision);
    }

    [Fact]
    public void WritePage_PanelOff_IsAnError()
    {
        _panel.SetPower(false);

        Assert.Throws<InvalidOperationException>(() => _panel.WritePage(0, 0, [0xFF], 0, 1));
    }

    [Theory]
    [InlineData(8, 0, 1)]
    [InlineData(-1, 0, 1)]
    [InlineData(0, -1, 1)]
    [InlineData(0, 127, 2)]
    public void WritePage_PastTheEdge_IsAnError(int page, int column, int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _panel.WritePage(page, column, new byte[2], 0, count));
    }

    [Fact]
    public void Revision_EveryWrite_GoesUp()
    {
        int before = _panel.Revision;

        _panel.WritePage(0, 0, [0xFF], 0, 1);
        int written = _panel.Revision;
        _panel.SetPower(false);

        Assert.True(before < written && written < _panel.Revision);
    }

    [Fact]
    public void BusBytes_Writes_CountTheirAddressing()
    {
        _panel.WritePage(0, 0, new byte[100], 0, 100);
        _panel.WritePage(1, 3, [1], 0, 1);

        Assert.Equal((2, 117L), (_panel.Writes, _panel.BusBytes));
    }

    [Fact]
    public void Snapshot_LaterWrites_DoNotChangeIt()
    {
        PanelPicture picture = _panel.Snapshot();

        _panel.WritePage(0, 0, [0xFF], 0, 1);

        Assert.Empty(Lit(picture));
    }

    private static IEnumerable<(int X, int Y)> Lit(PanelPicture picture) =>
        from x in Enumerable.Range(0, PanelPicture.Width)
        from y in Enumerable.Range(0, PanelPicture.Height)
        where picture.IsLit(x, y)
        select (x, y);
}
