namespace HwToken.Device.Time;

/// <summary>Makes of a board's millisecond counter one that never goes back.</summary>
/// <remarks>
/// nanoFramework's <c>Environment.TickCount64</c> counts, on an ESP32, 32 bits of ticks of 10 ms: it begins again after
/// 497 days on USB. Where it does, no time has passed: how long a counter is, nobody needs to know here.
/// </remarks>
public sealed class SteadyTick
{
    private long _last;
    private long _added;

    /// <param name="milliseconds">What the counter shows now.</param>
    /// <returns>Milliseconds, from any start.</returns>
    public long Widen(long milliseconds)
    {
        if (milliseconds < _last)
        {
            _added += _last - milliseconds;
        }

        _last = milliseconds;
        return milliseconds + _added;
    }
}
