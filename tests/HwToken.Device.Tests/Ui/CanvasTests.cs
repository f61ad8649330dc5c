using CsCheck;
using HwToken.Device.Ui;

namespace HwToken.Device.Tests.Ui;

public class CanvasTests
{
    private readonly WriteLog _display = new();
    private readonly Canvas _canvas;

    public CanvasTests()
    {
        _display.SetPower(true);
        _display.Entries.Clear();
        _canvas = new Canvas(_display);
    }

    [Fact]
    public void Flush_NothingDrawn_WritesNothing()
    {
        _canvas.Flush();

        Assert.Empty(_display.Entries);
    }

    [Fact]
    public void Flush_SomeColumns_WritesThese()
    {
        _canvas.Fill(3, 100, 28, 0x81);

        _canvas.Flush();

        Assert.Equal(["3 100 28"], _display.Entries);
        Assert.True(_display.Panel.Snapshot().IsLit(127, 31));
        Assert.False(_display.Panel.Snapshot().IsLit(127, 30));
    }

    [Fact]
    public void Flush_Again_WritesNothing()
    {
        _canvas.Fill(3, 100, 28, 0x81);
        _canvas.Flush();
        _display.Entries.Clear();

        _canvas.Fill(3, 100, 28, 0x81);
        _canvas.Flush();

        Assert.Empty(_display.Entries);
    }

    [Fact]
    public void Flush_DrawnOverAndBack_WritesNothing()
    {
        _canvas.Fill(0, 0, 128, 0xFF);
        _canvas.Clear(0, 1);

        _canvas.Flush();

        Assert.Empty(_display.Entries);
    }

    [Theory]
    [InlineData(8, new[] { "0 10 10" })]
    [InlineData(9, new[] { "0 10 1", "0 20 1" })]
    public void Flush_GapBetweenChanges_IsBridgedWhereThatIsNoDearer(int gap, string[] writes)
    {
        _canvas.Fill(0, 10, 1, 0x01);
        _canvas.Fill(0, 11 + gap, 1, 0x01);

        _canvas.Flush();

        Assert.Equal(writes, _display.Entries);
    }

    [Fact]
    public void Flush_PartOfWhatWasDrawnIsNew_WritesThePart()
    {
        byte[] columns = new byte[128];
        columns[40] = 0x10;
        _canvas.Copy(7, 0, columns, 0, 128);

        _canvas.Flush();

        Assert.Equal(["7 40 1"], _display.Entries);
    }

    [Fact]
    public void Forget_AfterAPicture_SendsItAgain()
    {
        _canvas.Fill(2, 5, 3, 0xFF);
        _canvas.Flush();
        _display.SetPower(false);
        _display.SetPower(true);
        _display.Entries.Clear();

        _canvas.Forget();
        _canvas.Flush();
        Assert.Empty(_display.Entries);

        _canvas.Fill(2, 5, 3, 0xFF);
        _canvas.Flush();
        Assert.Equal(["2 5 3"], _display.Entries);
    }

    [Fact]
    public void InvertPage_EmptyPage_LightsAllOfIt()
    {
        _canvas.InvertPage(1);

        _canvas.Flush();

        string[] lines = _display.Panel.ToText().Split('\n');
        Assert.Equal(new string('.', 128), lines[7]);
        Assert.All(lines[8..16], line => Assert.Equal(new string('#', 128), line));
        Assert.Equal(new string('.', 128), lines[16]);
    }

    [Fact]
    public void MoveDown_Columns_LosesTheLowestRow()
    {
        _canvas.Fill(0, 1, 2, 0x81);

        _canvas.MoveDown(0, 1, 1);
        _canvas.Flush();

        string[] lines = _display.Panel.ToText().Split('\n');
        Assert.Equal("..#.", lines[0][..4]);
        Assert.Equal(".#..", lines[1][..4]);
        Assert.Equal("..#.", lines[7][..4]);
        Assert.Equal("....", lines[8][..4]);
    }

    [Fact]
    public void Flush_AnyDrawing_PanelShowsTheCanvas()
    {
        Gen<int[][]> drawings = Gen.Int[0, 7].SelectMany(page => Gen.Int[0, 127].SelectMany(column =>
            Gen.Select(Gen.Int[0, 128 - column], Gen.Int[0, 255], (count, pattern) => new[] { page, column, count, pattern })))
            .Array[1, 20];
        byte[] expected = new byte[1024];

        drawings.ForAll(Effort.Cases(few: 20, full: 300), fills =>
        {
            foreach (int[] fill in fills)
            {
                _canvas.Fill(fill[0], fill[1], fill[2], (byte)fill[3]);
                Array.Fill(expected, (byte)fill[3], (fill[0] * 128) + fill[1], fill[2]);
            }

            _canvas.Flush();
            var picture = _display.Panel.Snapshot();
            for (int i = 0; i < 8192; i++)
            {
                (int x, int y) = (i % 128, i / 128);
                Assert.Equal((expected[(y / 8 * 128) + x] >> (y % 8) & 1) != 0, picture.IsLit(x, y));
            }
        });
    }
}
