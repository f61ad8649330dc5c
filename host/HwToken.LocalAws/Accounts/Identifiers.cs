// The forms of the identifiers that IAM gives.
using System.Security.Cryptography;
using System.Text;
using HwToken.Core.Otp;

namespace HwToken.LocalAws.Accounts;

/// <summary>The unique identifiers that IAM gives, by their prefixes (IAM User Guide, "IAM identifiers").</summary>
internal static class UniqueId
{
    private const string User = "AIDA";
    private const string Role = "AROA";
    private const string TemporaryKey = "ASIA";

    private const int CharactersAfterPrefix = 17;

    // 16 base32 characters, which makes a key id 20 long.
    private const int TemporaryKeyBytes = 10;

    /// <summary>The same for a user in every run, so that what was recorded in one still holds in the next.</summary>
    internal static string OfUser(string arn) => User + Digest(arn);

    internal static string OfRole(string arn) => Role + Digest(arn);

    internal static bool IsTemporaryKey(string accessKeyId) => accessKeyId.StartsWith(TemporaryKey, StringComparison.Ordinal);

    internal static string NewTemporaryKey()
    {
        byte[] random = RandomNumberGenerator.GetBytes(TemporaryKeyBytes);
        return TemporaryKey + Base32.Encode(random, 0, random.Length);
    }

    private static string Digest(string arn)
    {
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(arn));
        return Base32.Encode(digest, 0, digest.Length)[..CharactersAfterPrefix];
    }
}

/// <summary>The form of an access key id.</summary>
internal static class AccessKeyId
{
    // The lengths that the API references give; AWS's own ids have 20 characters.
    private const int MinLength = 16;
    private const int MaxLength = 128;

    internal static bool IsValid(string text) =>
        text.Length is >= MinLength and <= MaxLength
        && text[0] == 'A'
        && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
}
