// One-time passwords (RFC 4226, RFC 6238), and how they are written.
using System;

namespace HwToken.Core.Otp;

/// <summary>The HMAC-based one-time password (RFC 4226), without its counter's bookkeeping.</summary>
public static class Hotp
{
    /// <summary>Fewest digits of a code (RFC 4226, section 4, R4).</summary>
    public const int MinDigits = 6;

    /// <summary>Most digits of a code: the longest that RFC 4226, section 5.3, speaks of.</summary>
    public const int MaxDigits = 8;

    /// <summary>Dynamic truncation (RFC 4226, section 5.3).</summary>
    /// <param name="mac">The HMAC of the counter, in the first <paramref name="macLength"/> bytes.</param>
    /// <param name="macLength">20 for SHA-1, 32 for SHA-256; at least 20.</param>
    /// <param name="digits">6 to 8.</param>
    /// <returns>The code, 0 to 10^digits - 1; leading zeros are <see cref="CodeText"/>'s.</returns>
    public static int Truncate(byte[] mac, int macLength, int digits)
    {
        int modulus = Modulus(digits);
        int at = mac[macLength - 1] & 0x0F;
        int binary = ((mac[at] & 0x7F) << 24) | (mac[at + 1] << 16) | (mac[at + 2] << 8) | mac[at + 3];
        return binary % modulus;
    }

    /// <summary>10 to the power of <paramref name="digits"/>: how many codes there are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than 6 or more than 8 digits.</exception>
    internal static int Modulus(int digits)
    {
        switch (digits)
        {
            case 6: return 1000000;
            case 7: return 10000000;
            case 8: return 100000000;
            default: throw new ArgumentOutOfRangeException(nameof(digits), "a code has 6, 7 or 8 digits");
        }
    }
}

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
    public long TimeStep(long unixSeconds) => SinceT0(unixSeconds) / _periodSeconds;

    /// <summary>Seconds until the next time step begins: 1 in a step's last second, the period in its first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is before T0.</exception>
    public int SecondsLeft(long unixSeconds) => _periodSeconds - (int)(SinceT0(unixSeconds) % _periodSeconds);

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

/// <summary>Codes as people read them: decimal digits, leading zeros kept.</summary>
public static class CodeText
{
    /// <param name="code">0 to 10^digits - 1.</param>
    /// <param name="digits">6 to 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">Either is outside its range.</exception>
    public static string Format(int code, int digits)
    {
        char[] text = new char[digits];
        Write(code, digits, text, 0);
        return new string(text);
    }

    /// <summary>The same into the caller's array, from <paramref name="offset"/> on; allocates nothing.</summary>
    public static void Write(int code, int digits, char[] destination, int offset)
    {
        if (code < 0 || code >= Hotp.Modulus(digits))
        {
            throw new ArgumentOutOfRangeException(nameof(code), "the code has more digits than asked for");
        }

        for (int i = offset + digits - 1; i >= offset; i--)
        {
            destination[i] = (char)('0' + (code % 10));
            code /= 10;
        }
    }
}

/// <summary>The HMAC behind an account's codes (RFC 6238, section 1.2).</summary>
public enum OtpAlgorithm : byte
{
    HmacSha1 = 0,
    HmacSha256 = 1,
}
