// Intervals: a tick that never goes back, and how long until something is due.

namespace HwToken.Device.Time;

/// <summary>Makes of a board's millisecond counter one that never goes back.</summary>
/// <remarks>
/// nanoFramework's <c>Environment.TickCount64</c> counts, on an ESP32, 32 bits of ticks of 10 ms: it begins again after
/// 497 days on USB. Where it does, no time has passed: the counter's width does not matter here.
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

/// <summary>How long until something is due.</summary>
public static class Wait
{
    public const int MsPerSecond = 1000;

    /// <summary>Nothing is due: one minute, so that whatever a board gets wrong about waking it is soon put right.</summary>
    public const int Longest = 60000;

    /// <returns>Milliseconds from now until then: at least 1, at most <paramref name="most"/>.</returns>
    public static int Until(long dueMs, long nowMs, int most)
    {
        long wait = dueMs - nowMs;
        if (wait < 1)
        {
            return 1;
        }

        return wait < most ? (int)wait : most;
    }
}
