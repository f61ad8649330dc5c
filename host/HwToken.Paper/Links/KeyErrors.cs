// What is wrong with a key or an otpauth link, without showing it.
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Paper.Text;

namespace HwToken.Paper.Links;

/// <summary>What is wrong with a key that somebody typed, without a character of it.</summary>
public static class Base32Error
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz234567";

    /// <param name="position">As Base32.Decode gives it: an index in the text.</param>
    public static PaperException At(SecretText text, int position)
    {
        // People count from one.
        int place = position + 1;
        char wrong = text.Buffer[position];
        if (text.Buffer.AsSpan(0, place).Contains('='))
        {
            return new PaperException($"the padding of the key is wrong at character {place}",
                "leave the = signs out, or copy the key again to its end");
        }

        return Alphabet.Contains(wrong)
            ? new PaperException($"the key breaks off at character {place}",
                "characters are missing or too many: copy the key again, from its first to its last character")
            : new PaperException($"character {place} of the key is not base32",
                "base32 is A to Z and 2 to 7: a 0 is the letter O, a 1 is I or L, an 8 is B");
    }
}

/// <summary>What is wrong with an otpauth URI, without a character of it.</summary>
/// <param name="Subject">What holds it: the URI itself, or a QR code.</param>
/// <param name="TryAgain">The cure of whatever may be a slip.</param>
public sealed record UriError(string Subject, string TryAgain)
{
    private const string MigrationScheme = "otpauth-migration:";

    /// <summary>It came as text.</summary>
    public static UriError Piped { get; } = new("the URI", "copy the URI again, from otpauth:// to its end");

    /// <summary>It came in a picture, whose own checksums say that it was read right.</summary>
    public static UriError InPicture { get; } = new(
        "the QR code", "its issuer made it so: ask them, or type the key that is shown beside it");

    public PaperException Of(SecretText text, OtpAuthUriError error, int position)
    {
        (string message, string hint) = error switch
        {
            OtpAuthUriError.NotOtpAuth when IsMigration(text) => (
                $"{Subject} is an export of Google Authenticator, with accounts and their keys",
                "get a new key from each service and give the token that one: an exported key stays on the phone too"),
            OtpAuthUriError.NotOtpAuth => (
                Subject == Piped.Subject ? "that is not an otpauth URI" : $"{Subject} holds no otpauth URI",
                "it begins with otpauth://totp/"),
            OtpAuthUriError.HotpNotSupported => (
                $"{Subject} is for codes that count presses (HOTP)", "ask its issuer for a key for time-based codes (TOTP)"),
            OtpAuthUriError.UnknownType => ($"{Subject}'s type is neither totp nor hotp", "it begins with otpauth://totp/"),
            OtpAuthUriError.EscapeInvalid => ($"{Subject}'s escape at character {position + 1} is broken", TryAgain),
            OtpAuthUriError.AccountMissing => ($"{Subject} names no account", TryAgain),
            OtpAuthUriError.ParameterRepeated => ($"{Subject}'s parameter at character {position + 1} is a duplicate", TryAgain),
            OtpAuthUriError.SecretMissing => ($"{Subject} holds no key", TryAgain),
            OtpAuthUriError.SecretInvalid => ($"{Subject}'s key is not base32 at character {position + 1}", TryAgain),
            OtpAuthUriError.Sha512NotSupported => (
                $"{Subject} is for SHA-512, which the token does not compute", "ask its issuer for a key for SHA-1 or SHA-256"),
            OtpAuthUriError.UnknownAlgorithm => ($"{Subject}'s algorithm is neither SHA1 nor SHA256", TryAgain),
            OtpAuthUriError.DigitsInvalid => ($"{Subject}'s digits are not 6, 7 or 8", TryAgain),
            OtpAuthUriError.PeriodInvalid => ($"{Subject}'s period is not a number of seconds", TryAgain),
            _ => ($"{Subject} is wrong at character {position + 1}", TryAgain),
        };
        return new PaperException(message, hint);
    }

    /// <summary>Right as a URI, and nothing that a token computes.</summary>
    public PaperException PeriodTooLong() => new($"{Subject}'s period is longer than {Limits.MaxPeriod} s, the most that a token takes", TryAgain);

    private static bool IsMigration(SecretText text) =>
        text.Buffer.AsSpan(0, text.Length).StartsWith(MigrationScheme, StringComparison.OrdinalIgnoreCase);
}
