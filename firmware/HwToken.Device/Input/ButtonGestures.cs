// What can be said with one button, and how it is read from the button's level.
using HwToken.Device.Time;

namespace HwToken.Device.Input;

/// <summary>What was said with the one button.</summary>
public enum Gesture
{
    None,

    /// <summary>Pressed and let go: known when it is let go.</summary>
    ShortPress,

    /// <summary>Held for <see cref="ButtonGestures.LongPressMs"/>: known while it is still held.</summary>
    LongPress,

    /// <summary>
    /// Held on for <see cref="ButtonGestures.VeryLongPressMs"/>: known while it is still held, and always behind this
    /// press's <see cref="LongPress"/>.
    /// </summary>
    VeryLongPress,
}

/// <summary>Makes gestures out of the button's raw level.</summary>
/// <remarks>
/// A level counts when it has been seen for <see cref="DebounceMs"/> without another in between. A button that is down
/// at the start is pressed like any other: on a board that sleeps deeply it is the press that woke it.
/// </remarks>
public sealed class ButtonGestures
{
    /// <summary>Tactile switches bounce for up to 5 ms (typical datasheets), worn ones for longer.</summary>
    public const int DebounceMs = 20;

    public const int LongPressMs = 700;

    /// <summary>A button is not held that long by accident; an object lying on it holds it longer, but once.</summary>
    public const int VeryLongPressMs = 5000;

    private bool _level;
    private long _levelSinceMs;
    private bool _isDown;
    private bool _isLong;
    private bool _isVeryLong;

    /// <summary>When the press of the last gesture began, on the scale of <c>nowMs</c>.</summary>
    public long PressBeganMs { get; private set; }

    /// <summary>The button is up, and has been for long enough to believe it.</summary>
    public bool IsAtRest => !_isDown && !_level;

    /// <summary>Takes the level at this moment.</summary>
    /// <returns>The gesture that this level completes.</returns>
    public Gesture Update(bool isPressed, long nowMs)
    {
        if (isPressed != _level)
        {
            _level = isPressed;
            _levelSinceMs = nowMs;
        }

        if (_level != _isDown && nowMs - _levelSinceMs >= DebounceMs)
        {
            _isDown = _level;
            if (!_isDown)
            {
                return LetGo();
            }

            PressBeganMs = _levelSinceMs;
            _isLong = false;
            _isVeryLong = false;
        }

        return _isDown && _level ? GoOn(nowMs - PressBeganMs) : Gesture.None;
    }

    /// <summary>After how many milliseconds an unchanged level would mean something new, at most <paramref name="most"/>.</summary>
    public int WaitMs(long nowMs, int most)
    {
        long dueMs;
        if (_level != _isDown)
        {
            dueMs = _levelSinceMs + DebounceMs;
        }
        else if (_isDown && !_isVeryLong)
        {
            dueMs = PressBeganMs + (_isLong ? VeryLongPressMs : LongPressMs);
        }
        else
        {
            return most;
        }

        return Wait.Until(dueMs, nowMs, most);
    }

    private Gesture GoOn(long heldMs)
    {
        if (!_isLong && heldMs >= LongPressMs)
        {
            _isLong = true;
            return Gesture.LongPress;
        }

        if (_isLong && !_isVeryLong && heldMs >= VeryLongPressMs)
        {
            _isVeryLong = true;
            return Gesture.VeryLongPress;
        }

        return Gesture.None;
    }

    private Gesture LetGo()
    {
        if (_isLong)
        {
            return Gesture.None;
        }

        // A program that was busy for long may hear of a long press only now.
        return _levelSinceMs - PressBeganMs >= LongPressMs ? Gesture.LongPress : Gesture.ShortPress;
    }
}
