using HwToken.Device.Ports;

namespace HwToken.Virtual.Buttons;

/// <summary>The button and whoever presses it. Gestures wait for each other.</summary>
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

    /// <summary>There is no token any more: whoever waits for a gesture, or asks for one, is told so.</summary>
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
