// An account that is to be stored: from a key or an otpauth link, and the codes that the token must show for it.
using System.Globalization;
using System.Security.Cryptography;
using HwToken.Client.Accounts;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Paper.Text;

namespace HwToken.Paper.Links;

/// <summary>An account on its way to the token, with its key.</summary>
/// <param name="Key">The HMAC key, from end to end; overwritten when the account is disposed of.</param>
public sealed record NewAccount(string Name, byte[] Key, OtpAlgorithm Algorithm, int Digits, int Period) : IDisposable
{
    /// <summary>Base32 of the longest key a token takes, grouped by fours, with some room for padding.</summary>
    public const int MaxSecretLength = 512;

    /// <summary>Names of 64 bytes percent-encoded twice over, the longest key, and what authenticators add.</summary>
    public const int MaxUriLength = 4096;

    /// <summary>The key was made here, and nobody else has it yet.</summary>
    public bool IsGenerated { get; init; }

    /// <exception cref="PaperException">The text is no base32, or no key that a token takes.</exception>
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
    /// <exception cref="PaperException">The text is no otpauth URI of a key that a token takes.</exception>
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
        : throw new PaperException(key.Length == 0 ? "the key is empty" : $"the key has {key.Length} bytes; a token takes {Limits.KeyLength}",
            "copy the key again, from its first to its last character");
}

/// <summary>
/// The codes that a new account must give now and next (RFC 6238), so that its owner can compare them with the token's
/// screen before the key is used for anything.
/// </summary>
/// <remarks>
/// This is no way around the button: the key has not come from the token but is on its way to it, and this computer has
/// it in memory anyhow. It is the platform's HMAC that is asked, so that the two codes come from different programs.
/// </remarks>
/// <param name="SecondsLeft">How long the first is good for, by this computer's clock.</param>
public sealed record ExpectedCodes(string Now, string Next, int SecondsLeft)
{
    public static ExpectedCodes Of(NewAccount account, DateTimeOffset now)
    {
        long step = now.ToUnixTimeSeconds() / account.Period;
        int left = account.Period - (int)(now.ToUnixTimeSeconds() % account.Period);
        return new ExpectedCodes(Code(account, step), Code(account, step + 1), left);
    }

    /// <summary>In two groups, as the token's screen shows them.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Grouped(Now)} ({SecondsLeft} s more), then {Grouped(Next)}");

    private static string Grouped(string code) => $"{code[..(code.Length / 2)]} {code[(code.Length / 2)..]}";

    private static string Code(NewAccount account, long step)
    {
        byte[] counter = new byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // SHA-1 is what RFC 4226 says, and a MAC does not rest on collisions being hard to find.
        byte[] mac = account.Algorithm == OtpAlgorithm.HmacSha256
            ? HMACSHA256.HashData(account.Key, counter)
            : HMACSHA1.HashData(account.Key, counter);
#pragma warning restore CA5350
        string code = CodeText.Format(Hotp.Truncate(mac, mac.Length, account.Digits), account.Digits);
        Array.Clear(mac);
        return code;
    }
}

/// <summary>A key that is made here, for services that take one.</summary>
public static class GeneratedKey
{
    /// <summary>128 bits, the least that RFC 4226 allows (section 4, R6).</summary>
    public const int MinBytes = 16;

    /// <summary>160 bits, which it recommends (likewise).</summary>
    public const int DefaultBytes = 20;

    /// <summary>A block of SHA-1 and SHA-256: HMAC hashes longer keys down, and services refuse them.</summary>
    public const int MaxBytes = 64;

    public static NewAccount Create(string name, int bytes, OtpAlgorithm algorithm, int digits, int period)
    {
        byte[] key = new byte[bytes];
        RandomNumberGenerator.Fill(key);
        return new NewAccount(name, key, algorithm, digits, period) { IsGenerated = true };
    }

    public static char[] Base32Of(byte[] key)
    {
        char[] text = new char[Base32.EncodedLength(key.Length)];
        Base32.Encode(key, 0, key.Length, text, 0);
        return text;
    }

    public static char[] UriOf(NewAccount account)
    {
        // issuer:account, unless the colons are those of an ARN.
        int colon = MfaSerial.TryParse(account.Name) is not null ? -1 : account.Name.IndexOf(':');
        (string issuer, string name) = colon > 0 && colon < account.Name.Length - 1
            ? (account.Name[..colon], account.Name[(colon + 1)..])
            : ("", account.Name);
        var uri = new OtpAuthUri(
            issuer, name, account.Key, 0, account.Key.Length, account.Algorithm, account.Digits, account.Period);
        char[] text = uri.Print();
        uri.Clear();
        return text;
    }
}
