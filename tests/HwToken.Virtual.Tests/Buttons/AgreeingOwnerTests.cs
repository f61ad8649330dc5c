using HwToken.Device.Input;
using HwToken.Virtual.Buttons;

namespace HwToken.Virtual.Tests.Buttons;

public class AgreeingOwnerTests
{
    private readonly Finger _finger = new();
    private readonly AgreeingOwner _owner;

    public AgreeingOwnerTests()
    {
        _owner = new AgreeingOwner(_finger, TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public void Advance_NothingAsked_NeverPresses()
    {
        Assert.Equal(int.MaxValue, _owner.Advance(0, Gesture.None));
        Assert.Equal(int.MaxValue, _owner.Advance(100_000, Gesture.None));

        Assert.True(_finger.IsIdle);
    }

    [Fact]
    public void Advance_Asked_PressesAfterItsMoment()
    {
        Assert.Equal(300, _owner.Advance(1000, Gesture.ShortPress));
        Assert.Equal(1, _owner.Advance(1299, Gesture.ShortPress));
        Assert.True(_finger.IsIdle);

        _owner.Advance(1300, Gesture.ShortPress);

        Assert.False(_finger.IsIdle);
        Assert.InRange(_finger.Advance(1300), 1, ButtonGestures.LongPressMs - 1);
    }

    [Fact]
    public void Advance_AskedToHold_Holds()
    {
        _owner.Advance(0, Gesture.LongPress);
        _owner.Advance(300, Gesture.LongPress);

        Assert.InRange(_finger.Advance(300), ButtonGestures.LongPressMs, int.MaxValue - 1);
    }

    [Fact]
    public void Advance_QuestionGoesAway_DoesNotPress()
    {
        _owner.Advance(0, Gesture.ShortPress);
        _owner.Advance(200, Gesture.None);

        Assert.Equal(300, _owner.Advance(250, Gesture.ShortPress));
        Assert.True(_finger.IsIdle);
    }

    [Fact]
    public void Advance_FingerMoves_WaitsForIt()
    {
        _ = _finger.MakeAsync(FingerGesture.ShortPress());

        Assert.Equal(int.MaxValue, _owner.Advance(0, Gesture.ShortPress));
    }

    [Fact]
    public void Advance_StillAskedAfterThePress_PressesAgain()
    {
        int presses = 0;
        for (long nowMs = 0; nowMs < 2000; nowMs++)
        {
            bool wasUp = !_finger.IsPressed;
            _finger.Advance(nowMs);
            _owner.Advance(nowMs, Gesture.ShortPress);
            presses += wasUp && _finger.IsPressed ? 1 : 0;
        }

        Assert.InRange(presses, 2, 6);
    }
}
