using HwToken.Device.Input;
using HwToken.Device.Ports;

namespace HwToken.Device.Tests.Input;

public class WakePressTests
{
    private const long Now = 1_000_000;

    private readonly Level _level = new();

    [Fact]
    public void TryReplay_PressIsOver_IsSeenDownTwiceThenUpBeforeNow()
    {
        var button = new WakePress(_level, wokeTheBoard: true);

        Assert.Equal(
            [(Now - 150, true), (Now - 100, true), (Now - 50, false)],
            Replay(button));
        Assert.False(button.IsPressed);
    }

    [Fact]
    public void TryReplay_PressStillLasts_IsLeftToTheApp()
    {
        _level.IsPressed = true;
        var button = new WakePress(_level, wokeTheBoard: true);

        Assert.Empty(Replay(button));
        Assert.True(button.IsPressed);
    }

    [Fact]
    public void TryReplay_SomethingElseWokeTheBoard_ReplaysNothing()
    {
        var button = new WakePress(_level, wokeTheBoard: false);

        Assert.Empty(Replay(button));
        Assert.False(button.IsPressed);
    }

    [Fact]
    public void IsPressed_AfterTheReplay_IsTheButtons()
    {
        var button = new WakePress(_level, wokeTheBoard: true);
        Replay(button);

        _level.IsPressed = true;
        Assert.True(button.IsPressed);
        _level.IsPressed = false;
        Assert.False(button.IsPressed);
        Assert.False(button.TryReplay(Now, out _));
    }

    private static List<(long At, bool Pressed)> Replay(WakePress button)
    {
        var seen = new List<(long, bool)>();
        while (button.TryReplay(Now, out long at))
        {
            seen.Add((at, button.IsPressed));
        }

        return seen;
    }

    private sealed class Level : IButton
    {
        public bool IsPressed { get; set; }
    }
}
