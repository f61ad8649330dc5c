using HwToken.Device.Chips;
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
