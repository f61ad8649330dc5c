using HwToken.Device.Input;

namespace HwToken.Virtual.Buttons;

/// <summary>An owner who agrees to whatever the screen asks, a moment after it asks.</summary>
internal sealed class AgreeingOwner
{
    private readonly Finger _finger;
    private readonly long _thinkMs;
    private long? _sinceMs;

    /// <param name="thinking">How long the question is on the screen before the button goes down.</param>
    internal AgreeingOwner(Finger finger, TimeSpan thinking)
    {
        _finger = finger;
        _thinkMs = (long)thinking.TotalMilliseconds;
    }

    /// <summary>Looks at the screen.</summary>
    /// <param name="agreement">The gesture that says yes to what it asks.</param>
    /// <returns>Milliseconds until it is to be called again.</returns>
    internal int Advance(long nowMs, Gesture agreement)
    {
        // While the finger moves, the answer is on its way. A question that is still there afterwards did not take it,
        // because it had come too early, or is a new one.
        if (agreement == Gesture.None || !_finger.IsIdle)
        {
            _sinceMs = null;
            return int.MaxValue;
        }

        _sinceMs ??= nowMs;
        long leftMs = _sinceMs.Value + _thinkMs - nowMs;
        if (leftMs > 0)
        {
            return (int)leftMs;
        }

        _sinceMs = null;
        _ = _finger.MakeAsync(agreement == Gesture.LongPress ? FingerGesture.LongPress() : FingerGesture.ShortPress());
        return int.MaxValue;
    }
}
