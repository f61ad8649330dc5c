using HwToken.Device.Display;
using HwToken.Virtual.Chips;

namespace HwToken.Virtual.Tests.Chips;

/// <summary>The model against the datasheet, rev 1.5.</summary>
public class SimulatedSsd1306Tests
{
    private readonly SimulatedSsd1306 _chip = new();

    [Fact]
    public void PowerUp_Lit_IsSnow()
    {
        Upright();
        Light();

        int lit = _chip.ToText().Count(c => c == '#');
        Assert.InRange(lit, 3500, 4700);
    }

    [Fact]
    public void PowerUp_Again_IsOtherSnowAndDark()
    {
        Upright();
        Light();
        string first = _chip.ToText();

        _chip.PowerUp();
        Assert.False(_chip.IsOn);
        Upright();
        Light();

        Assert.NotEqual(first, _chip.ToText());
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Light_WithoutPumpOrDisplay_IsDark(bool pump, bool display)
    {
        Upright();
        Command(Ssd1306Command.ChargePumpSetting, pump ? Ssd1306Command.ChargePumpOn : Ssd1306Command.ChargePumpOff);
        Command(display ? Ssd1306Command.DisplayOn : Ssd1306Command.DisplayOff);

        Assert.DoesNotContain('#', _chip.ToText());
        Assert.False(_chip.WasLit(0, 0));
    }

    [Fact]
    public void PageAddressing_PastTheLastColumn_GoesBackToTheStartOfTheLine()
    {
        // 10.1.3, figure 10-2: the page does not move on.
        Blank();
        Command(0xB2, 0x0C, 0x17);
        Data(1, 2, 3, 4, 5, 6);

        Assert.Equal([5, 6, 3, 4], Columns(page: 2, from: 0x7C));
    }

    [Fact]
    public void HorizontalAddressing_Window_GoesRowByRowAndRound()
    {
        // 10.1.3, figure 10-3.
        Blank();
        Command(Ssd1306Command.SetMemoryAddressingMode, Ssd1306Command.HorizontalAddressing);
        Command(Ssd1306Command.SetColumnAddress, 10, 11, Ssd1306Command.SetPageAddress, 6, 7);
        Data(1, 2, 3, 4, 5);

        Assert.Equal([5, 2], Columns(6, 10, 2));
        Assert.Equal([3, 4], Columns(7, 10, 2));
    }

    [Fact]
    public void VerticalAddressing_Window_GoesColumnByColumnAndRound()
    {
        // 10.1.3, figure 10-4.
        Blank();
        Command(Ssd1306Command.SetMemoryAddressingMode, Ssd1306Command.VerticalAddressing);
        Command(Ssd1306Command.SetColumnAddress, 10, 11, Ssd1306Command.SetPageAddress, 6, 7);
        Data(1, 2, 3, 4, 5);

        Assert.Equal([5, 3], Columns(6, 10, 2));
        Assert.Equal([2, 4], Columns(7, 10, 2));
    }

    [Theory]
    [InlineData(Ssd1306Command.SegmentsReversed, Ssd1306Command.ScanToCom0, 3, 2)]
    [InlineData(Ssd1306Command.SegmentsAsIs, Ssd1306Command.ScanToCom0, 124, 2)]
    [InlineData(Ssd1306Command.SegmentsReversed, Ssd1306Command.ScanFromCom0, 3, 61)]
    [InlineData(Ssd1306Command.SegmentsAsIs, Ssd1306Command.ScanFromCom0, 124, 61)]
    public void Mounting_OnePixel_IsUprightOnlyReversedBothWays(byte segments, byte scan, int x, int y)
    {
        Blank();
        Command(segments, scan);
        Command(0xB0, 0x03, 0x10);
        Data(0x04);

        Assert.True(_chip.Snapshot().IsLit(x, y));
        Assert.Single(_chip.ToText(), '#');
    }

    [Fact]
    public void StartLine_Moved_ShowsThatRowOnTop()
    {
        Blank();
        Command(0xB1, 0x00, 0x10);
        Data(0x02);
        Command(Ssd1306Command.SetDisplayStartLine | 9);

        Assert.True(_chip.Snapshot().IsLit(0, 0));
    }

    // Datasheet, table 10-1 (no remap) and table 10-2 (remap): the line of the memory that a COM shows, -1 where none.
    [Theory]
    [InlineData(Ssd1306Command.ScanFromCom0, 64, 0, 0, 0, 0)]
    [InlineData(Ssd1306Command.ScanFromCom0, 64, 8, 0, 0, 8)]
    [InlineData(Ssd1306Command.ScanFromCom0, 64, 8, 0, 56, 0)]
    [InlineData(Ssd1306Command.ScanFromCom0, 64, 0, 8, 56, 0)]
    [InlineData(Ssd1306Command.ScanFromCom0, 56, 0, 0, 55, 55)]
    [InlineData(Ssd1306Command.ScanFromCom0, 56, 0, 0, 56, -1)]
    [InlineData(Ssd1306Command.ScanFromCom0, 56, 8, 0, 47, 55)]
    [InlineData(Ssd1306Command.ScanFromCom0, 56, 8, 0, 48, -1)]
    [InlineData(Ssd1306Command.ScanFromCom0, 56, 8, 0, 55, -1)]
    [InlineData(Ssd1306Command.ScanFromCom0, 56, 8, 0, 56, 0)]
    [InlineData(Ssd1306Command.ScanFromCom0, 56, 0, 8, 55, 63)]
    [InlineData(Ssd1306Command.ScanToCom0, 64, 0, 0, 0, 63)]
    [InlineData(Ssd1306Command.ScanToCom0, 64, 8, 0, 0, 7)]
    [InlineData(Ssd1306Command.ScanToCom0, 64, 8, 0, 8, 63)]
    [InlineData(Ssd1306Command.ScanToCom0, 64, 0, 8, 63, 8)]
    [InlineData(Ssd1306Command.ScanToCom0, 48, 0, 0, 0, 47)]
    [InlineData(Ssd1306Command.ScanToCom0, 48, 0, 0, 48, -1)]
    [InlineData(Ssd1306Command.ScanToCom0, 48, 8, 0, 7, -1)]
    [InlineData(Ssd1306Command.ScanToCom0, 48, 8, 0, 8, 47)]
    [InlineData(Ssd1306Command.ScanToCom0, 48, 8, 0, 55, 0)]
    [InlineData(Ssd1306Command.ScanToCom0, 48, 8, 0, 56, -1)]
    [InlineData(Ssd1306Command.ScanToCom0, 48, 0, 8, 0, 55)]
    [InlineData(Ssd1306Command.ScanToCom0, 48, 8, 16, 8, 63)]
    [InlineData(Ssd1306Command.ScanToCom0, 48, 8, 16, 55, 16)]
    public void Rows_RatioOffsetAndStartLine_AreWhereTheTablesSay(
        byte scan, int ratio, int offset, int startLine, int com, int expected)
    {
        Blank();
        Command(
            scan, Ssd1306Command.SetMultiplexRatio, (byte)(ratio - 1), Ssd1306Command.SetDisplayOffset, (byte)offset,
            (byte)(Ssd1306Command.SetDisplayStartLine | startLine));

        // One lit line after another, until the COM's row on the glass is lit by it: COM0 is the lowest.
        Assert.Equal(expected, Enumerable.Range(0, 64).Where(line => IsLitBy(line, y: 63 - com)).SingleOrDefault(-1));
    }

    [Fact]
    public void WasSnow_RandomPageDriven_IsNoticedEvenBetweenTwoBytes()
    {
        Upright();
        Command(Ssd1306Command.SetMultiplexRatio, 15);
        for (byte page = 0; page < 2; page++)
        {
            Command((byte)(Ssd1306Command.SetPageStart | page), 0x00, 0x10);
            Data(new byte[128]);
        }

        Light();
        Assert.False(_chip.WasSnow);

        Command(Ssd1306Command.SetDisplayStartLine | 1, Ssd1306Command.SetDisplayStartLine);
        Assert.True(_chip.WasSnow);
    }

    [Fact]
    public void WasSnow_OneByteOfAPageNeverWritten_IsNoticed()
    {
        Upright();
        for (byte page = 0; page < 8; page++)
        {
            Command((byte)(Ssd1306Command.SetPageStart | page), 0x00, 0x10);
            Data(new byte[page == 4 ? 127 : 128]);
        }

        Light();

        Assert.True(_chip.WasSnow);
    }

    [Fact]
    public void Brightness_FewerRowsAtTheSameContrast_IsMore()
    {
        Command(Ssd1306Command.SetContrast, 0x7F);
        Assert.Equal(0.5, _chip.Brightness);

        Command(Ssd1306Command.SetMultiplexRatio, 31);
        Assert.Equal(1, _chip.Brightness);
    }

    [Fact]
    public void MultiplexRatio_Fewer_LeavesTheOtherRowsDark()
    {
        Upright();
        Command(Ssd1306Command.SetMultiplexRatio, 31, Ssd1306Command.LightEverything);
        Light();

        Assert.Equal(32 * 128, _chip.ToText().Count(c => c == '#'));
    }

    [Fact]
    public void InverseAndEntireDisplay_DoWhatTheySay()
    {
        Blank();
        Command(Ssd1306Command.InverseDisplay);
        Assert.DoesNotContain('.', _chip.ToText());

        Command(Ssd1306Command.NormalDisplay, Ssd1306Command.LightEverything);
        Assert.DoesNotContain('.', _chip.ToText());

        Command(Ssd1306Command.FollowMemory);
        Assert.DoesNotContain('#', _chip.ToText());
        Assert.True(_chip.WasLit(5, 5));
        _chip.ForgetLit();
        Assert.False(_chip.WasLit(5, 5));
    }

    [Fact]
    public void Contrast_Set_IsKeptUntilPowerUp()
    {
        Command(Ssd1306Command.SetContrast, 0xCF);
        Assert.Equal(0xCF, _chip.Contrast);

        _chip.PowerUp();
        Assert.Equal(0x7F, _chip.Contrast);
    }

    [Fact]
    public void ControlBytes_CommandsAndDataInOneTransaction_AreToldApart()
    {
        // 8.1.5.2: single commands with the continuation bit, then data to the end.
        Blank();
        long before = _chip.BusBytes;

        _chip.Write([0x80, 0xB4, 0x80, 0x05, 0x80, 0x10, 0x40, 0xAE, 0xA5], 9);

        Assert.Equal([0xAE, 0xA5], Columns(4, 5, 2));
        Assert.True(_chip.IsLit);
        Assert.Equal(10, _chip.BusBytes - before);
    }

    [Fact]
    public void Write_WithoutPower_IsNotAcknowledged()
    {
        _chip.Answers = false;

        Assert.False(_chip.Write([Ssd1306Command.ControlCommands, Ssd1306Command.DisplayOn], 2));
        Assert.False(_chip.IsOn);
    }

    [Fact]
    public void Command_Unknown_IsAnError() =>
        Assert.Throws<InvalidOperationException>(() => Command(0xFF));

    private bool IsLitBy(int line, int y)
    {
        SetColumn0(line / 8, (byte)(1 << (line % 8)));
        bool isLit = _chip.Snapshot().IsLit(0, y);
        SetColumn0(line / 8, 0);
        return isLit;
    }

    private void SetColumn0(int page, byte value)
    {
        Command((byte)(Ssd1306Command.SetPageStart | page), 0x00, 0x10);
        Data(value);
    }

    private void Upright() => Command(Ssd1306Command.SegmentsReversed, Ssd1306Command.ScanToCom0);

    private void Light() =>
        Command(Ssd1306Command.ChargePumpSetting, Ssd1306Command.ChargePumpOn, Ssd1306Command.DisplayOn);

    private void Blank()
    {
        Upright();
        for (byte page = 0; page < 8; page++)
        {
            Command((byte)(Ssd1306Command.SetPageStart | page), 0x00, 0x10);
            Data(new byte[128]);
        }

        Light();
    }

    private void Command(params byte[] commands) =>
        _chip.Write([Ssd1306Command.ControlCommands, .. commands], commands.Length + 1);

    private void Data(params byte[] data) => _chip.Write([Ssd1306Command.ControlData, .. data], data.Length + 1);

    /// <summary>Columns of a page as the upright picture shows them.</summary>
    private byte[] Columns(int page, int from, int count = 4)
    {
        PanelPicture picture = _chip.Snapshot();
        return [.. Enumerable.Range(from, count).Select(x => (byte)Enumerable.Range(0, 8).Sum(
            bit => picture.IsLit(x, (page * 8) + bit) ? 1 << bit : 0))];
    }
}
