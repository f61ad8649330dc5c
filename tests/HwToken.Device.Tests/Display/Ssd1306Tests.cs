using CsCheck;
using HwToken.Device.Display;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Display;

public class Ssd1306Tests
{
    private static readonly byte[] Stripes = [0x81, 0x42, 0x24, 0x18];

    private readonly SimulatedSsd1306 _chip = new();
    private readonly Ssd1306 _panel;

    public Ssd1306Tests() => _panel = new Ssd1306(_chip, new DatasheetCommands());

    [Fact]
    public void SetPower_FirstTime_LightsADarkPicture()
    {
        _panel.SetPower(true);

        Assert.True(_chip.IsLit);
        Assert.DoesNotContain('#', _chip.ToText());
    }

    [Fact]
    public void SetPower_RandomMemory_NoSnowIsEverSeen()
    {
        _panel.SetPower(true);
        _panel.WritePage(3, 40, Stripes, 0, Stripes.Length);
        _panel.SetPower(false);
        _panel.SetPower(true);

        Assert.False(_chip.WasSnow);
        AssertEverLit((x, y) => y / 8 == 3 && x is >= 40 and < 44 && (Stripes[x - 40] >> (y % 8) & 1) != 0);
    }

    [Fact]
    public void SetPower_ProgramStartedAnewOverALitPanel_DarkensAndClearsIt()
    {
        _panel.SetPower(true);
        _panel.WritePage(0, 0, Stripes, 0, Stripes.Length);
        byte[] mode =
        [
            Ssd1306Command.ControlCommands, Ssd1306Command.SetMemoryAddressingMode, Ssd1306Command.VerticalAddressing,
        ];
        _chip.Write(mode, mode.Length);
        var again = new Ssd1306(_chip, new DatasheetCommands());

        again.SetPower(false);
        Assert.False(_chip.IsLit);

        again.SetPower(true);
        Assert.DoesNotContain('#', _chip.ToText());
    }

    [Fact]
    public void SetPower_Off_LeavesNothingInTheMemory()
    {
        _panel.SetPower(true);
        _panel.WritePage(5, 124, Stripes, 0, Stripes.Length);

        _panel.SetPower(false);

        Assert.False(_chip.IsOn);
        // Whoever lights it without clearing it sees nothing.
        _chip.Write(
            [Ssd1306Command.ControlCommands, Ssd1306Command.ChargePumpSetting, Ssd1306Command.ChargePumpOn, Ssd1306Command.DisplayOn],
            4);
        Assert.DoesNotContain('#', _chip.ToText());
    }

    [Fact]
    public void SetPower_FirstTime_TakesAsManyBytesAsItSays()
    {
        _panel.SetPower(true);

        Assert.Equal(Ssd1306.FirstLightBytes, _chip.BusBytes);
    }

    [Fact]
    public void SetPower_OffAtTheProgramsStart_TakesThreeBytesAndDarkensALitPanel()
    {
        _panel.SetPower(true);
        _panel.WritePage(0, 0, Stripes, 0, Stripes.Length);
        long before = _chip.BusBytes;

        new Ssd1306(_chip, new DatasheetCommands()).SetPower(false);

        Assert.Equal(3, _chip.BusBytes - before);
        Assert.False(_chip.IsLit);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(3, 4)]
    [InlineData(4, 3)]
    [InlineData(6, 2)]
    [InlineData(0, 8)]
    public void Light_RandomMemory_ShowsThePagesInTheirPlaceAndThenTheRestDark(int firstPage, int pages)
    {
        byte[] picture = PictureOf(firstPage, pages);
        var watch = new BusWatch(_chip);

        Assert.True(new Ssd1306(watch, new DatasheetCommands()).Light(picture, firstPage, pages));

        string expected = TextOf(picture);
        Assert.Equal(expected, _chip.ToText());
        Assert.All(watch.Pictures, text => Assert.Contains(text, (string[])[expected, TextOf(new byte[1024])]));
        Assert.False(_chip.WasSnow);
    }

    [Fact]
    public void Light_FourPagesFromPowerUp_ShowsThemWithinItsBytes()
    {
        byte[] picture = PictureOf(firstPage: 3, pages: 4);
        var watch = new BusWatch(_chip);
        var panel = new Ssd1306(watch, new DatasheetCommands());
        panel.SetPower(false);

        panel.Light(picture, 3, 4);

        Assert.Equal(Ssd1306.FirstPagesBytes, watch.BytesUntil(TextOf(picture)));
        Assert.InRange(Ssd1306.FirstPagesBytes, 500, 600);
    }

    [Fact]
    public void Light_FewerRows_AreAsBrightAsAllOfThem()
    {
        var watch = new BusWatch(_chip);
        var panel = new Ssd1306(watch, new DatasheetCommands());

        panel.Light(PictureOf(3, 4), 3, 4);

        Assert.All(watch.Brightness, brightness => Assert.Equal(0.5, brightness));
        Assert.Equal([32, 64], watch.Rows.Distinct());
    }

    [Fact]
    public void Light_MemoryKnownToBeDark_OnlyLights()
    {
        _panel.SetPower(true);
        _panel.SetPower(false);
        long before = _chip.BusBytes;

        Assert.False(_panel.Light(PictureOf(3, 4), 3, 4));

        Assert.Equal(Ssd1306.LightBytes, _chip.BusBytes - before);
        Assert.DoesNotContain('#', _chip.ToText());
    }

    [Fact]
    public void Light_NoAnswerOnTheWay_IsSetUpAnewNextTime()
    {
        // Counts down to the transaction that goes wrong: set-up, rows, two pages, light, six pages, rows.
        for (int good = 0; good < 12; good++)
        {
            var chip = new SimulatedSsd1306();
            var watch = new BusWatch(chip) { AnswersLeft = good };
            var panel = new Ssd1306(watch, new DatasheetCommands());
            byte[] picture = PictureOf(2, 2);

            Assert.Equal(good >= 5, panel.Light(picture, 2, 2));
            watch.AnswersLeft = int.MaxValue;
            panel.SetPower(false);
            panel.SetPower(true);

            Assert.DoesNotContain('#', chip.ToText());
            Assert.Equal(64, chip.Rows);
            Assert.False(chip.WasSnow);
        }
    }

    [Fact]
    public void SetPower_AfterItWasDark_TakesAFewBytes()
    {
        _panel.SetPower(true);
        _panel.SetPower(false);
        long before = _chip.BusBytes;

        _panel.SetPower(true);

        Assert.Equal(Ssd1306.LightBytes, _chip.BusBytes - before);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SetPower_AsItIs_SendsNothing(bool on)
    {
        _panel.SetPower(on);
        long before = _chip.BusBytes;

        _panel.SetPower(on);

        Assert.Equal(before, _chip.BusBytes);
    }

    [Fact]
    public void SetPower_PanelLostItsPower_IsSetUpAndClearedAnew()
    {
        _panel.SetPower(true);
        _chip.Answers = false;
        _panel.SetPower(false);
        _chip.PowerUp();
        _chip.Answers = true;

        _panel.SetPower(true);

        Assert.True(_chip.IsLit);
        AssertEverLit((_, _) => false);
    }

    [Fact]
    public void SetPower_NoAnswerAtFirst_IsTriedAgain()
    {
        _chip.Answers = false;
        _panel.SetPower(true);
        _panel.SetPower(false);
        _chip.Answers = true;

        _panel.SetPower(true);

        Assert.True(_chip.IsLit);
        AssertEverLit((_, _) => false);
    }

    [Fact]
    public void WritePage_NoAnswer_SetsUpAnewNextTime()
    {
        _panel.SetPower(true);
        _chip.Answers = false;
        _panel.WritePage(0, 0, Stripes, 0, Stripes.Length);
        _panel.SetPower(false);
        _chip.Answers = true;
        long before = _chip.BusBytes;

        _panel.SetPower(true);

        Assert.Equal(Ssd1306.FirstLightBytes, _chip.BusBytes - before);
    }

    [Fact]
    public void WritePage_Everywhere_GoesWhereItIsTold() =>
        Gen.Select(Gen.Int[0, 7], Gen.Int[0, 127], Gen.Byte[0, 255].Array[1, 128]).ForAll(60, (page, column, data) =>
        {
            int count = Math.Min(data.Length, 128 - column);
            var reference = new SimulatedPanel();
            reference.SetPower(true);
            reference.WritePage(page, column, data, 0, count);
            var chip = new SimulatedSsd1306();
            var panel = new Ssd1306(chip, new DatasheetCommands());
            panel.SetPower(true);

            panel.WritePage(page, column, data, 0, count);

            Assert.Equal(reference.ToText(), chip.ToText());
        });

    [Fact]
    public void WritePage_PartOfAnArray_IsOneTransaction()
    {
        _panel.SetPower(true);
        int before = _chip.Transactions;
        long bytesBefore = _chip.BusBytes;

        _panel.WritePage(7, 120, Stripes, 1, 2);

        Assert.Equal(1, _chip.Transactions - before);
        Assert.Equal(SimulatedPanel.WriteOverhead + 2, _chip.BusBytes - bytesBefore);
        Assert.True(_chip.Snapshot().IsLit(120, 57));
        Assert.False(_chip.Snapshot().IsLit(120, 56));
    }

    private static byte[] PictureOf(int firstPage, int pages)
    {
        byte[] picture = new byte[1024];
        for (int i = firstPage * 128; i < (firstPage + pages) * 128; i++)
        {
            picture[i] = (byte)((i * 37) + 1);
        }

        return picture;
    }

    private static string TextOf(byte[] picture)
    {
        var panel = new SimulatedPanel();
        panel.SetPower(true);
        for (int page = 0; page < 8; page++)
        {
            panel.WritePage(page, 0, picture, page * 128, 128);
        }

        return panel.ToText();
    }

    private void AssertEverLit(Func<int, int, bool> expected)
    {
        for (int y = 0; y < 64; y++)
        {
            for (int x = 0; x < 128; x++)
            {
                Assert.True(expected(x, y) || !_chip.WasLit(x, y), $"snow at {x},{y}");
            }
        }
    }
}
