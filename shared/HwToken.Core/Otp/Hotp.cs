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
