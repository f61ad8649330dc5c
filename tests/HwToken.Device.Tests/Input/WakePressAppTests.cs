using HwToken.Device.Display;
using HwToken.Device.Input;
using HwToken.Device.Tests.Display;
using HwToken.TestKit.Device;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Input;

/// <summary>A token that a press has started, from its first step on.</summary>
public class WakePressAppTests
{
    private readonly TokenBench _bench = TokenBench.WithAccounts("a", "b");

    [Fact]
    public void Start_PressIsOver_ShowsTheCodeAtTheFirstStep()
    {
        Start(woken: true);

        Assert.True(_bench.Panel.IsOn);
        Assert.Equal(AsPressed(), _bench.Panel.ToText());
        Assert.True(WakePress.LevelMs > ButtonGestures.DebounceMs);
    }

    [Fact]
    public void Start_PressIsOver_IsOnePressAndNoMore()
    {
        Start(woken: true);
        string first = _bench.Panel.ToText();

        _bench.Run(ButtonGestures.LongPressMs / 2);
        Assert.Equal(first, _bench.Panel.ToText());

        _bench.Press();
        Assert.NotEqual(first, _bench.Panel.ToText());
    }

    [Fact]
    public void Start_PressStillLasts_StaysAwakeAndShowsTheCodeWhenItEnds()
    {
        _bench.Button.IsPressed = true;
        Start(woken: true);
        Assert.False(_bench.App.MaySleep);

        _bench.Run(200);
        _bench.Button.IsPressed = false;
        _bench.Run(ButtonGestures.DebounceMs);

        Assert.True(_bench.Panel.IsOn);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Start_PanelJustGotPower_ShowsTheDigitsWithin600Bytes(bool pressStillLasts)
    {
        var chip = new SimulatedSsd1306();
        var watch = new BusWatch(chip);
        _bench.Board.Display = new Ssd1306(watch, new DatasheetCommands());
        _bench.Button.IsPressed = pressStillLasts;

        Start(woken: true);
        _bench.Run(ButtonGestures.DebounceMs);
        _bench.Button.IsPressed = false;
        _bench.Run(ButtonGestures.DebounceMs);

        Assert.NotNull(PanelDigits.Read(chip.Snapshot(), 6));
        Assert.InRange(watch.BytesUntil(chip.ToText(), firstRow: 24, endRow: 56), 500, 600);
        Assert.False(chip.WasSnow);
    }

    [Fact]
    public void Start_WithoutAPress_StaysDark()
    {
        Start(woken: false);

        Assert.False(_bench.Panel.IsOn);
        Assert.True(_bench.App.MaySleep);
    }

    private static string AsPressed()
    {
        TokenBench other = TokenBench.WithAccounts("a", "b");
        other.Press();
        return other.Panel.ToText();
    }

    private void Start(bool woken)
    {
        var button = new WakePress(_bench.Button, woken);
        _bench.Board.Button = button;
        _bench.Restart();
        while (button.TryReplay(_bench.Time.NowMs, out long stepMs))
        {
            _bench.App.Step(stepMs);
        }

        _bench.App.Step(_bench.Time.NowMs);
    }
}
