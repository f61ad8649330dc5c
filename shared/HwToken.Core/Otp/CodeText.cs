using System;

namespace HwToken.Core.Otp;

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
