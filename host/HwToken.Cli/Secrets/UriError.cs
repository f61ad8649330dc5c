using HwToken.Core.Otp;
using HwToken.Core.Protocol;

namespace HwToken.Cli.Secrets;

/// <summary>What is wrong with an otpauth URI, without a character of it.</summary>
/// <param name="Subject">What holds it: the URI itself, or a QR code.</param>
/// <param name="TryAgain">The cure of whatever may be a slip.</param>
internal sealed record UriError(string Subject, string TryAgain)
{
    private const string MigrationScheme = "otpauth-migration:";

    /// <summary>It came as text.</summary>
    public static UriError Piped { get; } = new("the URI", "copy the URI again, from otpauth:// to its end");

    /// <summary>It came in a picture, whose own checksums say that it was read right.</summary>
    public static UriError InPicture { get; } = new(
        "the QR code", "its issuer made it so: ask them, or type the key that is shown beside it");

    public CliException Of(SecretText text, OtpAuthUriError error, int position)
    {
        (string message, string hint) = error switch
        {
            OtpAuthUriError.NotOtpAuth when IsMigration(text) => (
                $"{Subject} is an export of Google Authenticator, with accounts and their keys",
                "get a new key from each service and give the token that one: an exported key stays on the phone too"),
            OtpAuthUriError.NotOtpAuth => (
                Subject == Piped.Subject ? "that is no otpauth URI" : $"{Subject} holds no otpauth URI",
                "it begins with otpauth://totp/"),
            OtpAuthUriError.HotpNotSupported => (
                $"{Subject} is for codes that count presses (HOTP)", "ask its issuer for a key for time-based codes (TOTP)"),
            OtpAuthUriError.UnknownType => ($"{Subject}'s type is neither totp nor hotp", "it begins with otpauth://totp/"),
            OtpAuthUriError.EscapeInvalid => ($"{Subject}'s escape at character {position + 1} is broken", TryAgain),
            OtpAuthUriError.AccountMissing => ($"{Subject} names no account", TryAgain),
            OtpAuthUriError.ParameterRepeated => ($"{Subject}'s parameter at character {position + 1} stands there twice", TryAgain),
            OtpAuthUriError.SecretMissing => ($"{Subject} holds no key", TryAgain),
            OtpAuthUriError.SecretInvalid => ($"{Subject}'s key is not base32 at character {position + 1}", TryAgain),
            OtpAuthUriError.Sha512NotSupported => (
                $"{Subject} is for SHA-512, which the token does not compute", "ask its issuer for a key for SHA-1 or SHA-256"),
            OtpAuthUriError.UnknownAlgorithm => ($"{Subject}'s algorithm is neither SHA1 nor SHA256", TryAgain),
            OtpAuthUriError.DigitsInvalid => ($"{Subject}'s digits are not 6, 7 or 8", TryAgain),
            OtpAuthUriError.PeriodInvalid => ($"{Subject}'s period is no number of seconds", TryAgain),
            _ => ($"{Subject} is wrong at character {position + 1}", TryAgain),
        };
        return new CliException(ExitStatus.Failed, message, hint);
    }

    /// <summary>Right as a URI, and nothing that a token computes.</summary>
    public CliException PeriodTooLong() => new(
        ExitStatus.Failed, $"{Subject}'s period is longer than {Limits.MaxPeriod} s, the most that a token takes", TryAgain);

    private static bool IsMigration(SecretText text) =>
        text.Buffer.AsSpan(0, text.Length).StartsWith(MigrationScheme, StringComparison.OrdinalIgnoreCase);
}
