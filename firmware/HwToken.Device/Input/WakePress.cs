using HwToken.Device.Ports;

namespace HwToken.Device.Input;

/// <summary>
/// The button of a board that sleeps deeply: the press that woke it counts, though it may be over before the program
/// runs.
/// </summary>
/// <remarks>
/// A press that is over is replayed into the past: the app looks at the button at a few times before now, sees it down
/// and up again, and does at once what a press does, without waiting for a debounce that has nothing left to debounce.
/// One that still lasts is the app's own to see.
/// </remarks>
public sealed class WakePress : IButton
{
    /// <summary>For so long each level is seen: longer than the app's debounce.</summary>
    public const int LevelMs = 50;

    private const int Looks = 3;

    private readonly IButton _button;
    private int _look;
    private bool _isHeld;

    /// <param name="wokeTheBoard">A press of this button is what started the program.</param>
    public WakePress(IButton button, bool wokeTheBoard)
    {
        _button = button;
        _look = wokeTheBoard && !button.IsPressed ? 0 : Looks;
    }

    public bool IsPressed => _isHeld || _button.IsPressed;

    /// <summary>While this is true the app has to step at <paramref name="stepMs"/>, before it steps now.</summary>
    /// <param name="nowMs">The same in each call.</param>
    /// <param name="stepMs">Before <paramref name="nowMs"/>, and behind the time before.</param>
    public bool TryReplay(long nowMs, out long stepMs)
    {
        stepMs = nowMs - ((Looks - _look) * LevelMs);
        _isHeld = _look < Looks - 1;
        return _look++ < Looks;
    }
}
