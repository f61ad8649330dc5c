namespace HwToken.Core.Otp;

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

    /// <summary>A parameter that stands there twice: which one is meant?</summary>
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
