using CsCheck;
using HwToken.Device.Input;

namespace HwToken.Device.Tests.Input;

public class ButtonGesturesTests
{
    private readonly ButtonGestures _gestures = new();
    private readonly List<(long Ms, Gesture Gesture)> _made = [];
    private long _nowMs = 1L << 40;

    private IEnumerable<Gesture> Made => _made.Select(m => m.Gesture);

    [Fact]
    public void Update_ShortPress_IsKnownWhenTheButtonIsBelievedToBeUp()
    {
        long begin = _nowMs;
        Level(true, 100);
        Assert.Empty(_made);

        Level(false, 100);
        Assert.Equal([(begin + 100 + ButtonGestures.DebounceMs, Gesture.ShortPress)], _made);
        Assert.Equal(begin, _gestures.PressBeganMs);
    }

    [Fact]
    public void Update_Held_IsLongWhileStillDownAndNothingWhenLetGo()
    {
        long begin = _nowMs;
        Level(true, 5 * ButtonGestures.LongPressMs);
        Assert.Equal([(begin + ButtonGestures.LongPressMs, Gesture.LongPress)], _made);

        Level(false, 100);
        Assert.Single(_made);
    }

    [Fact]
    public void Update_HeldOn_IsLongAndThenVeryLongAndNothingMore()
    {
        long begin = _nowMs;
        Level(true, 3 * ButtonGestures.VeryLongPressMs);
        Level(false, 100);

        Assert.Equal(
            [
                (begin + ButtonGestures.LongPressMs, Gesture.LongPress),
                (begin + ButtonGestures.VeryLongPressMs, Gesture.VeryLongPress),
            ],
            _made);
    }

    [Fact]
    public void Update_LetGoJustBeforeAVeryLongPress_IsLong()
    {
        Level(true, ButtonGestures.VeryLongPressMs - 1);
        Level(false, 100);
        Assert.Equal([Gesture.LongPress], Made);
    }

    [Fact]
    public void Update_HeldShortlyManyTimes_IsNeverVeryLong()
    {
        for (int i = 0; i < 20; i++)
        {
            Level(true, 600);
            Level(false, 30);
        }

        Assert.All(Made, gesture => Assert.Equal(Gesture.ShortPress, gesture));
    }

    [Fact]
    public void Update_CalledOnlyLateWhileHeld_IsLongFirst()
    {
        _gestures.Update(true, 0);
        _gestures.Update(true, 100);
        Assert.Equal(Gesture.LongPress, _gestures.Update(true, 9000));
        Assert.Equal(1, _gestures.WaitMs(9000, 60000));
        Assert.Equal(Gesture.VeryLongPress, _gestures.Update(true, 9001));
    }

    [Fact]
    public void Update_CalledOnlyAfterAVeryLongPress_IsLongAlone()
    {
        _gestures.Update(true, 0);
        _gestures.Update(true, 100);
        _gestures.Update(false, 9000);
        Assert.Equal(Gesture.LongPress, _gestures.Update(false, 9100));
        Assert.Equal(Gesture.None, _gestures.Update(false, 9200));
    }

    [Fact]
    public void Update_LetGoJustBeforeALongPress_IsShort()
    {
        Level(true, ButtonGestures.LongPressMs - 1);
        Level(false, 100);
        Assert.Equal([Gesture.ShortPress], Made);
    }

    [Fact]
    public void Update_ContactBouncesAtBothEdges_IsOnePress()
    {
        Bounce(true);
        Level(true, 100);
        Bounce(false);
        Level(false, 100);
        Assert.Equal([Gesture.ShortPress], Made);
    }

    [Fact]
    public void Update_ContactBouncesInALongPress_IsOneLongPress()
    {
        Level(true, 400);
        Bounce(true);
        Level(true, 400);
        Level(false, 100);
        Assert.Equal([Gesture.LongPress], Made);
    }

    [Fact]
    public void Update_SpikesShorterThanTheDebounceTime_AreNothing()
    {
        for (int i = 0; i < 50; i++)
        {
            Level(true, ButtonGestures.DebounceMs - 1);
            Level(false, 3);
        }

        Level(false, 100);
        Assert.Empty(_made);
    }

    [Fact]
    public void Update_DownFromTheStart_IsAPressLikeAnyOther()
    {
        Level(true, 60);
        Level(false, 60);
        Assert.Equal([Gesture.ShortPress], Made);
    }

    [Fact]
    public void Update_CalledOnlyAfterALongPress_IsStillLong()
    {
        _gestures.Update(true, 0);
        _gestures.Update(true, 100);
        _gestures.Update(false, 2000);
        Assert.Equal(Gesture.LongPress, _gestures.Update(false, 2100));
    }

    [Fact]
    public void IsAtRest_OnlyWhenUpAndSettled()
    {
        Assert.True(_gestures.IsAtRest);
        Level(true, 1);
        Assert.False(_gestures.IsAtRest);
        Level(true, 2000);
        Assert.False(_gestures.IsAtRest);
        Level(false, ButtonGestures.DebounceMs - 1);
        Assert.False(_gestures.IsAtRest);
        Level(false, 2);
        Assert.True(_gestures.IsAtRest);
    }

    [Fact]
    public void WaitMs_NothingUnderWay_IsTheCallers() => Assert.Equal(12345, _gestures.WaitMs(_nowMs, 12345));

    [Fact]
    public void WaitMs_CallerWantsLess_IsTheCallers()
    {
        _gestures.Update(true, 0);
        Assert.Equal(3, _gestures.WaitMs(0, 3));
    }

    /// <summary>A program that calls only when it is asked to, or the level changes, misses no gesture.</summary>
    [Fact]
    public void WaitMs_CalledAsSeldomAsItAllows_EveryPressIsMade()
    {
        int[] least = [0, 0, ButtonGestures.LongPressMs, ButtonGestures.VeryLongPressMs];
        Gen<(int Gesture, int DownMs, int UpMs)[]> presses = Gen.Select(
            Gen.Int[1, 3], Gen.Int[30, ButtonGestures.LongPressMs - 30], Gen.Int[30, 2000]).Array[1, 10];
        presses.ForAll(500, script =>
        {
            _made.Clear();
            foreach ((int gesture, int downMs, int upMs) in script)
            {
                Seldom(true, downMs + least[gesture]);
                Seldom(false, upMs);
            }

            Assert.Equal(script.SelectMany(p => Expected((Gesture)p.Gesture)), Made);
        });
    }

    private static Gesture[] Expected(Gesture gesture) =>
        gesture == Gesture.VeryLongPress ? [Gesture.LongPress, gesture] : [gesture];

    private void Level(bool isPressed, int milliseconds)
    {
        for (int i = 0; i < milliseconds; i++)
        {
            Update(isPressed);
            _nowMs++;
        }
    }

    private void Bounce(bool endsPressed)
    {
        for (int i = 1; i < 8; i++)
        {
            Level(!endsPressed, i % 3);
            Level(endsPressed, i % 4);
        }
    }

    private void Seldom(bool isPressed, int milliseconds)
    {
        long endMs = _nowMs + milliseconds;
        while (_nowMs < endMs)
        {
            Update(isPressed);
            _nowMs = Math.Min(endMs, _nowMs + _gestures.WaitMs(_nowMs, 60000));
        }
    }

    private void Update(bool isPressed)
    {
        Gesture gesture = _gestures.Update(isPressed, _nowMs);
        if (gesture != Gesture.None)
        {
            _made.Add((_nowMs, gesture));
        }
    }
}
