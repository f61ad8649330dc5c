// The button's finger, and the gestures that it makes.
using HwToken.Device.Input;
using HwToken.Device.Ports;

namespace HwToken.Virtual.Buttons;

/// <summary>The button, and the finger that presses it. Gestures wait for each other.</summary>
/// <remarks>Anybody may ask for gestures; only the token's thread moves them on.</remarks>
internal sealed class Finger : IButton
{
    private readonly Lock _lock = new();
    private readonly Queue<FingerGesture> _waiting = new();
    private FingerGesture? _current;
    private bool _held;
    private bool _gone;

    /// <summary>Raised, on any thread, when there is something for <see cref="Advance"/> to do.</summary>
    internal event Action? Moved;

    public bool IsPressed
    {
        get
        {
            lock (_lock)
            {
                return _held || _current is { IsDown: true };
            }
        }
    }

    /// <summary>No gesture is under way or waiting.</summary>
    internal bool IsIdle
    {
        get
        {
            lock (_lock)
            {
                return _current is null && _waiting.Count == 0;
            }
        }
    }

    /// <summary>Holds the button down or lets it go, for as long as the caller likes.</summary>
    internal void Hold(bool down)
    {
        lock (_lock)
        {
            _held = down;
        }

        Moved?.Invoke();
    }

    /// <returns>Ends when the gesture has been made and the token has seen it.</returns>
    internal Task MakeAsync(FingerGesture gesture)
    {
        lock (_lock)
        {
            if (_gone)
            {
                gesture.Cancel();
            }
            else
            {
                _waiting.Enqueue(gesture);
            }
        }

        Moved?.Invoke();
        return gesture.Done;
    }

    /// <summary>Moves the gestures on to a moment, just before the token looks at the button.</summary>
    /// <returns>Milliseconds until it is to be called again.</returns>
    internal int Advance(long nowMs)
    {
        lock (_lock)
        {
            if (_current?.Advance(nowMs) == false)
            {
                _current = null;
            }

            if (_current is null && _waiting.TryDequeue(out _current))
            {
                _current.Begin(nowMs);
            }

            return _current?.WaitMs(nowMs) ?? int.MaxValue;
        }
    }

    /// <summary>The token is gone: gestures that wait or are asked for are cancelled.</summary>
    internal void Leave()
    {
        lock (_lock)
        {
            _gone = true;
            _current?.Cancel();
            while (_waiting.TryDequeue(out FingerGesture? gesture))
            {
                gesture.Cancel();
            }
        }
    }
}

/// <summary>The button down for a while, and up for a while.</summary>
/// <remarks>
/// A busy computer may not let the token look at its button for longer than a press takes. So a level stays until the
/// token has looked at it for long enough to believe it; and a short press that would take too long for one is given up
/// before it is believed, and made again.
/// </remarks>
internal sealed class FingerGesture
{
    private const int ShortMs = 80;
    private const int LongMs = ButtonGestures.LongPressMs + ButtonGestures.DebounceMs;
    private const int VeryLongMs = ButtonGestures.VeryLongPressMs + ButtonGestures.DebounceMs;
    private const int UpMs = 2 * ButtonGestures.DebounceMs;

    private readonly int _downMs;
    private readonly int _believedMs;
    private readonly int _giveUpMs;
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _sinceMs;
    private bool _believed;
    private bool _again;

    /// <param name="downMs">How long the button is down at least.</param>
    /// <param name="believedMs">A look after so long makes the token believe it.</param>
    /// <param name="giveUpMs">A first look after so long would come too late.</param>
    private FingerGesture(int downMs, int believedMs, int giveUpMs)
    {
        _downMs = downMs;
        _believedMs = believedMs;
        _giveUpMs = giveUpMs;
    }

    /// <summary>Ends when the button is up again and the token has seen it.</summary>
    internal Task Done => _done.Task;

    internal bool IsDown { get; private set; }

    internal static FingerGesture ShortPress() =>
        new(ShortMs, ButtonGestures.DebounceMs, giveUpMs: ButtonGestures.LongPressMs / 2);

    internal static FingerGesture LongPress() => new(LongMs, LongMs, giveUpMs: int.MaxValue);

    internal static FingerGesture VeryLongPress() => new(VeryLongMs, VeryLongMs, giveUpMs: int.MaxValue);

    internal void Begin(long nowMs) => Turn(down: true, nowMs);

    /// <summary>Goes on to a moment. The token looks at the button once after each call, and at no other time.</summary>
    /// <returns>False when it is over.</returns>
    internal bool Advance(long nowMs)
    {
        long elapsedMs = nowMs - _sinceMs;
        return IsDown ? AdvanceDown(elapsedMs, nowMs) : AdvanceUp(elapsedMs, nowMs);
    }

    /// <summary>Milliseconds until there is something to do.</summary>
    internal int WaitMs(long nowMs)
    {
        int dueMs = IsDown ? (_believed ? _downMs : _believedMs) : UpMs;
        return (int)Math.Max(1, _sinceMs + dueMs - nowMs);
    }

    internal void Cancel() => _done.TrySetCanceled();

    private bool AdvanceDown(long elapsedMs, long nowMs)
    {
        if (_believed && elapsedMs >= _downMs)
        {
            Turn(down: false, nowMs);
        }
        else if (elapsedMs >= _giveUpMs)
        {
            _again = true;
            Turn(down: false, nowMs);
        }
        else if (elapsedMs >= _believedMs)
        {
            _believed = true;
        }

        return true;
    }

    private bool AdvanceUp(long elapsedMs, long nowMs)
    {
        if (!_believed)
        {
            _believed = elapsedMs >= UpMs;
            return true;
        }

        if (_again)
        {
            _again = false;
            Turn(down: true, nowMs);
            return true;
        }

        _done.SetResult();
        return false;
    }

    private void Turn(bool down, long nowMs)
    {
        IsDown = down;
        _sinceMs = nowMs;
        _believed = false;
    }
}
