using HwToken.Device.Input;
using HwToken.Virtual.Buttons;

namespace HwToken.Virtual.Tests.Buttons;

public class FingerTests
{
    private readonly Finger _finger = new();

    [Fact]
    public void Advance_NobodyAsks_IsUpAndNothingIsDue()
    {
        Assert.Equal(int.MaxValue, _finger.Advance(0));
        Assert.False(_finger.IsPressed);
        Assert.True(_finger.IsIdle);
    }

    [Fact]
    public void MakeAsync_Asked_GoesDownWithTheNextAdvance()
    {
        Task press = _finger.MakeAsync(FingerGesture.ShortPress());
        Assert.False(_finger.IsIdle);
        Assert.False(_finger.IsPressed);

        Assert.InRange(_finger.Advance(1000), 1, ButtonGestures.LongPressMs);

        Assert.True(_finger.IsPressed);
        Assert.False(press.IsCompleted);
    }

    [Fact]
    public void MakeAsync_GesturesOfBothKinds_TheTokenSeesThemInOrder()
    {
        List<Gesture> seen = Seen(
            everyMs: 1, FingerGesture.ShortPress(), FingerGesture.LongPress(), FingerGesture.ShortPress(), FingerGesture.LongPress());

        Assert.Equal([Gesture.ShortPress, Gesture.LongPress, Gesture.ShortPress, Gesture.LongPress], seen);
        Assert.True(_finger.IsIdle);
        Assert.False(_finger.IsPressed);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(150)]
    [InlineData(340)]
    public void MakeAsync_TokenLooksSeldom_SeesTheSame(int everyMs)
    {
        List<Gesture> seen = Seen(
            everyMs, FingerGesture.ShortPress(), FingerGesture.LongPress(), FingerGesture.ShortPress());

        Assert.Equal([Gesture.ShortPress, Gesture.LongPress, Gesture.ShortPress], seen);
    }

    [Fact]
    public void MakeAsync_TokenDidNotLookForLong_ShortPressIsMadeAgainAndNotLong()
    {
        ButtonGestures gestures = new();
        Task press = _finger.MakeAsync(FingerGesture.ShortPress());
        List<Gesture> seen = [Look(gestures, 0), Look(gestures, 5000)];

        for (long nowMs = 5001; !press.IsCompleted; nowMs++)
        {
            seen.Add(Look(gestures, nowMs));
        }

        Assert.Equal([Gesture.ShortPress], seen.Where(gesture => gesture != Gesture.None));
    }

    [Fact]
    public void Hold_DownAndUp_IsTheLevel()
    {
        int moved = 0;
        _finger.Moved += () => moved++;

        _finger.Hold(true);
        Assert.True(_finger.IsPressed);
        _finger.Hold(false);

        Assert.False(_finger.IsPressed);
        Assert.Equal(2, moved);
    }

    [Fact]
    public void MakeAsync_Asked_TellsThatThereIsSomethingToDo()
    {
        int moved = 0;
        _finger.Moved += () => moved++;

        _ = _finger.MakeAsync(FingerGesture.ShortPress());

        Assert.Equal(1, moved);
    }

    [Fact]
    public void Leave_GesturesWait_CancelsThemAndAllLaterOnes()
    {
        Task current = _finger.MakeAsync(FingerGesture.ShortPress());
        _finger.Advance(0);
        Task waiting = _finger.MakeAsync(FingerGesture.ShortPress());

        _finger.Leave();

        Assert.True(current.IsCanceled);
        Assert.True(waiting.IsCanceled);
        Assert.True(_finger.MakeAsync(FingerGesture.ShortPress()).IsCanceled);
    }

    /// <summary>What the device makes of the level while the finger does these gestures.</summary>
    private List<Gesture> Seen(int everyMs, params FingerGesture[] asked)
    {
        const long LongestMs = 100_000;
        ButtonGestures gestures = new();
        List<Gesture> seen = [];
        Task all = Task.WhenAll([.. asked.Select(_finger.MakeAsync)]);
        for (long nowMs = 0; !all.IsCompleted && nowMs < LongestMs; nowMs += everyMs)
        {
            seen.Add(Look(gestures, nowMs));
        }

        seen.RemoveAll(gesture => gesture == Gesture.None);
        return seen;
    }

    private Gesture Look(ButtonGestures gestures, long nowMs)
    {
        _finger.Advance(nowMs);
        return gestures.Update(_finger.IsPressed, nowMs);
    }
}
