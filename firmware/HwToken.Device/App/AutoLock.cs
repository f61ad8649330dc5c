using HwToken.Device.Vault;

namespace HwToken.Device.App;

/// <summary>Locks an open token that has a PIN, a while after its button was last pressed.</summary>
/// <remarks>
/// The keys are in memory only: at power-up the token is locked anyway, and on battery it is soon switched off.
/// </remarks>
internal sealed class AutoLock
{
    private readonly PinLock _pin;
    private long _lastUseMs;
    private bool _wasOpen;

    public AutoLock(PinLock pin)
    {
        _pin = pin;
    }

    private bool IsOpen
    {
        get { return _pin.IsSet && !_pin.IsLocked; }
    }

    /// <param name="isUsed">The button was pressed; no code goes anywhere without that.</param>
    /// <param name="isAsking">Something waits for the owner: it is not locked away under the finger.</param>
    public void Step(bool isUsed, bool isAsking, long nowMs)
    {
        bool isOpen = IsOpen;
        if (isUsed || (isOpen && !_wasOpen))
        {
            _lastUseMs = nowMs;
        }

        if (isOpen && !isAsking && nowMs - _lastUseMs >= Timing.LockMs)
        {
            _pin.Lock();
            isOpen = false;
        }

        _wasOpen = isOpen;
    }

    /// <returns>After how many milliseconds it has something to do, at most <paramref name="most"/>.</returns>
    public int WaitMs(long nowMs, int most)
    {
        return IsOpen ? Wait.Until(_lastUseMs + Timing.LockMs, nowMs, most) : most;
    }
}
