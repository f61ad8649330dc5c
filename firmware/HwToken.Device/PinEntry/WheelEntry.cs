using HwToken.Core.Protocol;
using HwToken.Core.Text;
using HwToken.Device.Input;
using HwToken.Device.Time;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.PinEntry;

/// <summary>The PIN given on the token itself: the wheel, the check, and the wait behind a wrong one.</summary>
internal sealed class WheelEntry
{
    private static readonly Utf8Text NoName = new(0);

    private readonly PinLock _pin;
    private readonly Wheel _wheel;
    private readonly Screens _screens;
    private Phase _phase = Phase.Closed;
    private bool _isTouched;

    public WheelEntry(PinLock pin, Wheel wheel, Screens screens)
    {
        _pin = pin;
        _wheel = wheel;
        _screens = screens;
    }

    private enum Phase
    {
        Closed,
        Entering,
        Checking,
        Waiting,
        Blocked,
        Failed,
    }

    /// <summary>The owner has begun: requests over the link have to wait.</summary>
    public bool IsInUse => _phase == Phase.Checking || (_phase == Phase.Entering && _isTouched);

    /// <summary>A PIN is being checked: a try has begun, and is brought to its end.</summary>
    public bool IsChecking => _phase == Phase.Checking;

    /// <summary>Something goes on that is worth waiting for: the screen does not go dark meanwhile.</summary>
    public bool StaysAwake => _phase == Phase.Checking || _phase == Phase.Waiting;

    /// <summary>Begins; the gesture that woke the token is no part of it.</summary>
    public void Begin(long nowMs)
    {
        _wheel.Begin();
        _isTouched = false;
        switch (_pin.CheckTry(nowMs))
        {
            case Status.PinWait:
                _phase = Phase.Waiting;
                break;
            case Status.PinBlocked:
                _phase = Phase.Blocked;
                break;
            default:
                _phase = Phase.Entering;
                break;
        }
    }

    public void Press(Gesture gesture, long nowMs)
    {
        if (_phase == Phase.Closed || _phase == Phase.Failed)
        {
            Begin(nowMs);
        }
        else if (_phase == Phase.Entering)
        {
            _isTouched = true;
            if (gesture == Gesture.ShortPress)
            {
                _wheel.Turn();
            }
            else if (_wheel.Take())
            {
                Check(nowMs);
            }
        }
    }

    /// <summary>Does what is due while the token is locked.</summary>
    public void Step(long nowMs)
    {
        if (_phase == Phase.Closed)
        {
            Begin(nowMs);
        }
        else if (_phase == Phase.Checking && _pin.Step(nowMs))
        {
            End(_pin.Result);
        }
        else if (_phase == Phase.Waiting && _pin.WaitSeconds(nowMs) == 0)
        {
            Begin(nowMs);
        }
    }

    /// <returns>After how many milliseconds, at most, there is something to do.</returns>
    public int Draw(long nowMs)
    {
        if (_phase == Phase.Closed || IsRefusedMeanwhile(nowMs))
        {
            // Locked over the link, or a wrong PIN came that way, with the screen on.
            Begin(nowMs);
        }

        switch (_phase)
        {
            case Phase.Checking:
                _screens.ShowPinWork(false, _pin.Percent(nowMs));
                return 1;

            case Phase.Waiting:
                _screens.ShowPinWrong(_pin.TriesLeft, _pin.WaitSeconds(nowMs), _pin.WholeWaitSeconds);
                return Timing.CountdownMs;

            case Phase.Blocked:
                _screens.ShowPinBlocked();
                return Wait.Longest;

            case Phase.Failed:
                _screens.ShowOutcome(Outcome.StorageFailed, NoName);
                return Wait.Longest;

            default:
                _screens.ShowPinWheel(_wheel.Symbol, _wheel.Count, _pin.TriesLeft);
                return Wait.Longest;
        }
    }

    /// <summary>Forgets what was entered.</summary>
    public void Close()
    {
        _wheel.Clear();
        _isTouched = false;
        _phase = Phase.Closed;
    }

    /// <summary>A wrong PIN came through the host while the wheel was there.</summary>
    private bool IsRefusedMeanwhile(long nowMs)
    {
        Status status = _phase == Phase.Entering ? _pin.CheckTry(nowMs) : Status.Ok;
        return status == Status.PinWait || status == Status.PinBlocked;
    }

    private void Check(long nowMs)
    {
        Status begun = _pin.TryCheck(_wheel.Digits, _wheel.Count, nowMs);
        _wheel.Clear();
        _phase = begun == Status.Ok ? Phase.Checking : Phase.Failed;
    }

    private void End(Status result)
    {
        switch (result)
        {
            case Status.PinWrong:
                _phase = Phase.Waiting;
                break;
            case Status.PinBlocked:
                _phase = Phase.Blocked;
                break;
            case Status.StorageFailed:
                _phase = Phase.Failed;
                break;
            default:
                // Right, or everything is erased: either way the token is not locked any more.
                Close();
                break;
        }
    }
}
