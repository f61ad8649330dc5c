using HwToken.Core.Otp;

namespace HwToken.Cli.Secrets;

/// <summary>What is wrong with an otpauth URI, without a character of it.</summary>
internal static class UriError
{
    private const string CopyAgain = "copy the URI again, from otpauth:// to its end";

    public static CliException Of(OtpAuthUriError error, int position)
    {
        (string message, string hint) = error switch
        {
            OtpAuthUriError.NotOtpAuth => ("that is no otpauth URI", "it begins with otpauth://totp/"),
            OtpAuthUriError.HotpNotSupported => (
                "the URI is for codes that count presses (HOTP)", "ask its issuer for a key for time-based codes (TOTP)"),
            OtpAuthUriError.UnknownType => ("the URI's type is neither totp nor hotp", "it begins with otpauth://totp/"),
            OtpAuthUriError.EscapeInvalid => ($"the URI's escape at character {position + 1} is broken", CopyAgain),
            OtpAuthUriError.AccountMissing => ("the URI names no account", CopyAgain),
            OtpAuthUriError.ParameterRepeated => ($"the URI's parameter at character {position + 1} stands there twice", CopyAgain),
            OtpAuthUriError.SecretMissing => ("the URI holds no key", CopyAgain),
            OtpAuthUriError.SecretInvalid => ($"the URI's key is not base32 at character {position + 1}", CopyAgain),
            OtpAuthUriError.Sha512NotSupported => (
                "the URI is for SHA-512, which the token does not compute", "ask its issuer for a key for SHA-1 or SHA-256"),
            OtpAuthUriError.UnknownAlgorithm => ("the URI's algorithm is neither SHA1 nor SHA256", CopyAgain),
            OtpAuthUriError.DigitsInvalid => ("the URI's digits are not 6, 7 or 8", CopyAgain),
            OtpAuthUriError.PeriodInvalid => ("the URI's period is no number of seconds", CopyAgain),
            _ => ($"the URI is wrong at character {position + 1}", CopyAgain),
        };
        return new CliException(ExitStatus.Failed, message, hint);
    }
}
