// What an otpauth link says, and what can be wrong with one.
using System;

namespace HwToken.Core.Otp;

/// <summary>
/// An account with its key, as QR codes carry it: otpauth://totp/ISSUER:ACCOUNT?secret=...&amp;issuer=..., the "Key Uri
/// Format" of Google Authenticator's wiki.
/// </summary>
/// <remarks>Holds a secret: <see cref="Clear"/> it. How long a name or a key may be is the token's business.</remarks>
public sealed class OtpAuthUri
{
    // More than the characters of a printed URI that do not depend on the account.
    private const int FixedLength = 128;

    // UTF-8 takes at most three bytes for a UTF-16 unit.
    private const int MaxEncodedUnit = 3 * PercentEncoding.EscapeLength;

    /// <param name="issuer">Who gave the key; may be empty.</param>
    /// <param name="account">Whose key it is.</param>
    /// <param name="key">The HMAC key; copied.</param>
    /// <param name="offset">Index of the key's first byte.</param>
    /// <param name="count">Bytes of the key, at least 1.</param>
    /// <param name="algorithm">The HMAC.</param>
    /// <param name="digits">6 to 8.</param>
    /// <param name="period">Seconds of a time step, at least 1.</param>
    public OtpAuthUri(
        string issuer,
        string account,
        byte[] key,
        int offset,
        int count,
        OtpAlgorithm algorithm = OtpAlgorithm.HmacSha1,
        int digits = 6,
        int period = 30)
    {
        Hotp.Modulus(digits);
        if (count < 1 || period < 1)
        {
            throw new ArgumentOutOfRangeException(
                count < 1 ? nameof(count) : nameof(period), "a key has at least 1 byte, a time step at least 1 second");
        }

        Issuer = issuer;
        Account = account;
        Key = new byte[count];
        Array.Copy(key, offset, Key, 0, count);
        Algorithm = algorithm;
        Digits = digits;
        Period = period;
    }

    /// <summary>Empty where the URI names none.</summary>
    public string Issuer { get; }

    /// <summary>Without the issuer before it.</summary>
    public string Account { get; }

    /// <summary>The name on a token: issuer:account, or the account alone.</summary>
    public string Name => Issuer.Length == 0 ? Account : Issuer + ":" + Account;

    /// <summary>The HMAC key, from end to end.</summary>
    public byte[] Key { get; }

    public OtpAlgorithm Algorithm { get; }

    /// <summary>6 to 8.</summary>
    public int Digits { get; }

    /// <summary>Seconds of a time step.</summary>
    public int Period { get; }

    /// <summary>Reads a URI.</summary>
    /// <remarks>
    /// The label's part before the first colon is the issuer where there is no issuer parameter, and is left out where
    /// it repeats that parameter; anything else before a colon belongs to the account (an ARN has five colons).
    /// Unknown parameters are ignored, a repeated known one is refused.
    /// </remarks>
    /// <param name="text">Characters, <paramref name="count"/> of them from <paramref name="offset"/> on.</param>
    /// <param name="offset">Index of the first one.</param>
    /// <param name="count">0 or more.</param>
    /// <param name="uri">The account, or null.</param>
    /// <param name="errorPosition">-1, or the index in <paramref name="text"/> of what is wrong.</param>
    public static OtpAuthUriError Parse(
        char[] text, int offset, int count, out OtpAuthUri uri, out int errorPosition)
    {
        OtpAuthUriParser parser = new(text, offset, count);
        uri = parser.Parse();
        errorPosition = parser.ErrorPosition;
        return parser.Error;
    }

    /// <summary>Writes the URI with all its parameters. The caller clears the array: the key is in it.</summary>
    public char[] Print()
    {
        char[] room = new char[
            FixedLength + (((2 * Issuer.Length) + Account.Length) * MaxEncodedUnit) + Base32.EncodedLength(Key.Length)];

        int at = Put("otpauth://totp/", room, 0);
        if (Issuer.Length > 0)
        {
            at = PercentEncoding.Encode(Issuer, room, at);
            at = Put(":", room, at);
        }

        at = PercentEncoding.Encode(Account, room, at);
        at = Put("?secret=", room, at);
        at += Base32.Encode(Key, 0, Key.Length, room, at);

        // An empty issuer says that a colon in the label is the account's own.
        at = Put("&issuer=", room, at);
        at = PercentEncoding.Encode(Issuer, room, at);
        at = Put("&algorithm=", room, at);
        at = Put(Algorithm == OtpAlgorithm.HmacSha256 ? "SHA256" : "SHA1", room, at);
        at = Put("&digits=", room, at);
        at = Put(Digits.ToString(), room, at);
        at = Put("&period=", room, at);
        at = Put(Period.ToString(), room, at);

        char[] uri = new char[at];
        Array.Copy(room, uri, at);
        Array.Clear(room, 0, room.Length);
        return uri;
    }

    /// <summary>Overwrites the key.</summary>
    public void Clear() => Array.Clear(Key, 0, Key.Length);

    private static int Put(string text, char[] destination, int offset)
    {
        for (int i = 0; i < text.Length; i++)
        {
            destination[offset++] = text[i];
        }

        return offset;
    }
}

/// <summary>What is wrong with an otpauth URI. The position that comes with it says where.</summary>
public enum OtpAuthUriError
{
    None = 0,

    /// <summary>It does not begin with otpauth://.</summary>
    NotOtpAuth,

    /// <summary>otpauth://hotp: codes that count presses instead of time steps.</summary>
    HotpNotSupported,

    /// <summary>Neither totp nor hotp.</summary>
    UnknownType,

    /// <summary>A % without two hexadecimal digits, escapes that are no UTF-8, or U+0000.</summary>
    EscapeInvalid,

    /// <summary>No account name before the question mark.</summary>
    AccountMissing,

    /// <summary>A duplicate parameter.</summary>
    ParameterRepeated,

    /// <summary>No secret, or an empty one.</summary>
    SecretMissing,

    /// <summary>The secret is no base32; what that covers is said at <see cref="Base32.Decode"/>.</summary>
    SecretInvalid,

    /// <summary>algorithm=SHA512, which the token does not compute.</summary>
    Sha512NotSupported,

    /// <summary>Neither SHA1 nor SHA256 nor SHA512.</summary>
    UnknownAlgorithm,

    /// <summary>Not 6, 7 or 8.</summary>
    DigitsInvalid,

    /// <summary>Not a whole number of seconds from 1 to 999,999,999.</summary>
    PeriodInvalid,
}
