using HwToken.Device.Display;
using HwToken.Device.Tests.Ui;
using HwToken.Device.Ui;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Display;

/// <summary>The screens, all the way from their values to the pixels behind the controller.</summary>
public class Ssd1306ScreensTests
{
    /// <summary>From the first byte after power-up to six digits, addresses and set-up included.</summary>
    private const int FirstDigits = 600;

    private readonly SimulatedSsd1306 _chip = new();
    private readonly Screens _screens;

    public Ssd1306ScreensTests() => _screens = new Screens(new Ssd1306(_chip, new DatasheetCommands()));

    public static TheoryData<string> Names => [.. ScreenGallery.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Screen_OnTheController_LooksAsItsPicture(string name)
    {
        ScreenGallery.All[name](_screens);

        Golden.Check($"screens/{name}.txt", PanelText.HalfBlocks(_chip.Snapshot()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Screen_FromPowerUp_LightsNothingElse(string name)
    {
        ScreenGallery.All[name](_screens);

        // Whatever was lit on the way is lit in the end: nothing of the memory's random content, nor of anything else.
        Assert.False(_chip.WasSnow);
        PanelPicture final = _chip.Snapshot();
        for (int i = 0; i < PanelPicture.Width * PanelPicture.Height; i++)
        {
            (int y, int x) = Math.DivRem(i, PanelPicture.Width);
            Assert.True(final.IsLit(x, y) || !_chip.WasLit(x, y), $"snow at {x},{y}");
        }
    }

    [Theory]
    [InlineData(888888, 6)]
    [InlineData(492039, 6)]
    [InlineData(8888888, 7)]
    [InlineData(88888888, 8)]
    public void Digits_FromPowerUp_AreSeenWithinTheirBytes(int code, int digits)
    {
        var watch = new BusWatch(_chip);
        var screens = new Screens(new Ssd1306(watch, new DatasheetCommands()));
        screens.Off();

        screens.ShowCode(code, digits, Texts.Alice, 30, 30, next: false);

        // Rows 24 to 55 are the digits': with the last of their pixels all are there.
        Assert.InRange(watch.BytesUntil(_chip.ToText(), firstRow: 24, endRow: 56), 400, FirstDigits);
        Assert.False(_chip.WasSnow);
    }

    [Fact]
    public void Digits_PanelSetUpBefore_FitIntoTheirBytes()
    {
        _screens.ShowStorageFault();
        _screens.Off();
        long before = _chip.BusBytes;

        _screens.ShowCode(888888, 6, Texts.Alice, 30, 30, next: false);

        // Name and all; Ui/ScreensBusTests has the limit of 600 for digits and bar, which are sent first.
        Assert.InRange(_chip.BusBytes - before, 600, 720 + Ssd1306.LightBytes);
    }

    [Fact]
    public void SecondsBar_EverySecond_TakesFewBytes()
    {
        _screens.ShowCode(888888, 6, Texts.Alice, 30, 30, next: false);
        for (int left = 29; left > 0; left--)
        {
            long before = _chip.BusBytes;
            _screens.ShowCode(888888, 6, Texts.Alice, left, 30, next: false);
            Assert.InRange(_chip.BusBytes - before, 1, 40);
        }
    }
}
