using HwToken.Core.Otp;
using HwToken.Core.Protocol;

namespace HwToken.Cli.Secrets;

/// <summary>An account on its way to the token, with its key.</summary>
/// <param name="Key">The HMAC key, from end to end; overwritten when the account is disposed of.</param>
internal sealed record NewAccount(string Name, byte[] Key, OtpAlgorithm Algorithm, int Digits, int Period) : IDisposable
{
    /// <summary>Base32 of the longest key a token takes, grouped by fours, with some room for padding.</summary>
    public const int MaxSecretLength = 512;

    /// <summary>Names of 64 bytes percent-encoded twice over, the longest key, and what authenticators add.</summary>
    public const int MaxUriLength = 4096;

    /// <summary>The key was made here, and nobody else has it yet.</summary>
    public bool IsGenerated { get; init; }

    /// <exception cref="CliException">The text is no base32, or no key that a token takes.</exception>
    public static NewAccount FromSecret(string name, SecretText secret, OtpAlgorithm algorithm, int digits, int period)
    {
        byte[] decoded = new byte[Base32.MaxDecodedLength(secret.Length)];
        try
        {
            int length = Base32.Decode(secret.Buffer, 0, secret.Length, decoded, out int errorPosition);
            if (length < 0)
            {
                throw Base32Error.At(secret, errorPosition);
            }

            return new NewAccount(name, Checked(decoded.AsSpan(0, length)), algorithm, digits, period);
        }
        finally
        {
            Array.Clear(decoded);
        }
    }

    /// <param name="name">What the account is to be called instead of the URI's own name; null keeps that.</param>
    /// <param name="errors">How to speak of the URI, by where it came from.</param>
    /// <exception cref="CliException">The text is no otpauth URI of a key that a token takes.</exception>
    public static NewAccount FromUri(string? name, SecretText text, UriError errors)
    {
        OtpAuthUriError error = OtpAuthUri.Parse(text.Buffer, 0, text.Length, out OtpAuthUri uri, out int errorPosition);
        if (error != OtpAuthUriError.None)
        {
            throw errors.Of(text, error, errorPosition);
        }

        try
        {
            if (uri.Period > Limits.MaxPeriod)
            {
                throw errors.PeriodTooLong();
            }

            return new NewAccount(name ?? uri.Name, Checked(uri.Key), uri.Algorithm, uri.Digits, uri.Period);
        }
        finally
        {
            uri.Clear();
        }
    }

    public void Dispose() => Array.Clear(Key);

    private static byte[] Checked(ReadOnlySpan<byte> key) => key.Length is > 0 and <= Limits.KeyLength
        ? key.ToArray()
        : throw new CliException(
            ExitStatus.Failed,
            key.Length == 0 ? "the key is empty" : $"the key has {key.Length} bytes; a token takes {Limits.KeyLength}",
            "copy the key again, from its first to its last character");
}
