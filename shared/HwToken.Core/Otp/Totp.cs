using System;

namespace HwToken.Core.Otp;

/// <summary>The time-based one-time password (RFC 6238): HOTP over the number of the time step.</summary>
/// <remarks>
/// Reads no clock: times are Unix seconds, UTC, and arguments. <see cref="Compute"/> allocates nothing. Not for two
/// threads at once.
/// </remarks>
public sealed class Totp
{
    private readonly IHmac _hmac;
    private readonly byte[] _mac;
    private readonly int _digits;
    private readonly int _periodSeconds;
    private readonly long _t0;

    /// <param name="hmac">Makes the MACs; its key may be set, and set again, at any time.</param>
    /// <param name="digits">6 to 8.</param>
    /// <param name="periodSeconds">Length of a time step, X in RFC 6238, section 4.1; at least 1.</param>
    /// <param name="t0">Unix time at which time step 0 begins, T0 in the same section.</param>
    public Totp(IHmac hmac, int digits = 6, int periodSeconds = 30, long t0 = 0)
    {
        Hotp.Modulus(digits);
        if (periodSeconds < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(periodSeconds), "a time step lasts at least 1 second");
        }

        _hmac = hmac;
        _mac = new byte[hmac.HashLength];
        _digits = digits;
        _periodSeconds = periodSeconds;
        _t0 = t0;
    }

    /// <summary>The number of the time step that holds this second.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before T0.</exception>
    public long TimeStep(long unixSeconds)
    {
        return SinceT0(unixSeconds) / _periodSeconds;
    }

    /// <summary>Seconds until the next time step begins: 1 in a step's last second, the period in its first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before T0.</exception>
    public int SecondsLeft(long unixSeconds)
    {
        return _periodSeconds - (int)(SinceT0(unixSeconds) % _periodSeconds);
    }

    /// <summary>The code of a time step, 0 to 10^digits - 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time step is negative.</exception>
    /// <exception cref="InvalidOperationException">The HMAC has no key.</exception>
    public int Compute(long timeStep)
    {
        if (timeStep < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(timeStep), "time steps count from 0");
        }

        _hmac.ComputeCounter(timeStep, _mac);
        return Hotp.Truncate(_mac, _mac.Length, _digits);
    }

    /// <summary>Overwrites the last MAC, and the key in the HMAC.</summary>
    public void Clear()
    {
        Array.Clear(_mac, 0, _mac.Length);
        _hmac.Clear();
    }

    private long SinceT0(long unixSeconds)
    {
        if (unixSeconds < _t0)
        {
            throw new ArgumentOutOfRangeException(nameof(unixSeconds), "the time is before T0, where time steps begin");
        }

        return unixSeconds - _t0;
    }
}
