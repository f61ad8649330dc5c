using HwToken.Device.App;
using HwToken.Device.Input;
using HwToken.Device.Ports;
using HwToken.Device.Storage;
using HwToken.Virtual.Buttons;
using HwToken.Virtual.Chips;
using HwToken.Virtual.Errors;
using HwToken.Virtual.Storage;

namespace HwToken.Virtual;

/// <summary>
/// The device's own program on a board of simulated parts, with nothing that drives it: no thread and no line of its
/// own. Its user calls <see cref="Step"/> when it is due or when something happened to it.
/// </summary>
/// <remarks>
/// <see cref="Step"/> is for one thread at a time and raises the events there; the button may be moved on any thread.
/// </remarks>
public sealed class SteppedToken
{
    private readonly SimulatedPanel _panel = new();
    private readonly Finger _finger = new();
    private readonly AgreeingOwner? _owner;
    private readonly TokenApp _app;
    private volatile PanelPicture _screen;
    private int _revision;
    private bool _isPressed;

    /// <param name="options">Its link and its state file are not used.</param>
    /// <param name="flash">What it stores in. The caller disposes of it.</param>
    /// <param name="link">Its line to a host.</param>
    /// <exception cref="VirtualTokenException">The clock cannot show the time that the options ask for.</exception>
    internal SteppedToken(VirtualTokenOptions options, SimulatedFlash flash, ILink link)
    {
        _screen = _panel.Snapshot();
        _revision = _panel.Revision;
        _owner = options.AgreeAfter is { } delay ? new AgreeingOwner(_finger, delay) : null;
        _app = new TokenApp(VirtualBoard.Assemble(options, _panel, _finger, new AtomicStorage(flash), link));
        _finger.Moved += () => Moved?.Invoke();
    }

    /// <summary>The screen shows something new.</summary>
    public event Action<PanelPicture>? ScreenChanged;

    /// <summary>The button went down (true) or up, by whatever moved it.</summary>
    public event Action<bool>? ButtonMoved;

    /// <summary>A gesture was asked for: the next step is due now. Raised on the thread that asked.</summary>
    public event Action? Moved;

    /// <summary>What the screen shows now.</summary>
    public PanelPicture Screen => _screen;

    /// <summary>The token asks its owner, nobody agrees for them, and the button rests: only its user can go on.</summary>
    public bool AwaitsUser => _owner is null && _app.Agreement != Gesture.None && _finger.IsIdle;

    /// <summary>Does what is due.</summary>
    /// <param name="nowMs">Milliseconds of a monotonic clock.</param>
    /// <returns>Milliseconds until the next step is due at the latest.</returns>
    public int Step(long nowMs)
    {
        int delayMs = _finger.Advance(nowMs);
        if (_finger.IsPressed != _isPressed)
        {
            _isPressed = !_isPressed;
            ButtonMoved?.Invoke(_isPressed);
        }

        delayMs = Math.Min(delayMs, _app.Step(nowMs));
        if (_panel.Revision != _revision)
        {
            _revision = _panel.Revision;
            _screen = _panel.Snapshot();
            ScreenChanged?.Invoke(_screen);
        }

        return Math.Min(delayMs, _owner?.Advance(nowMs, _app.Agreement) ?? int.MaxValue);
    }

    /// <summary>A short press.</summary>
    /// <returns>Ends when the button is up again and the token has seen it; cancelled by <see cref="Leave"/>.</returns>
    public Task PressAsync() => _finger.MakeAsync(FingerGesture.ShortPress());

    /// <summary>A press long enough to be a long one.</summary>
    /// <returns>As <see cref="PressAsync"/>.</returns>
    public Task LongPressAsync() => _finger.MakeAsync(FingerGesture.LongPress());

    /// <summary>A press so long that it opens the self-test.</summary>
    /// <returns>As <see cref="PressAsync"/>.</returns>
    public Task VeryLongPressAsync() => _finger.MakeAsync(FingerGesture.VeryLongPress());

    /// <summary>Holds the button down, or lets it go.</summary>
    public void SetButton(bool down) => _finger.Hold(down);

    /// <summary>There are no more steps: gestures that wait or are asked for are cancelled.</summary>
    public void Leave() => _finger.Leave();
}
