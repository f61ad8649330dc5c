using System.Globalization;
using HwToken.LocalAws.Services;

namespace HwToken.LocalAws.Signing;

/// <summary>The time at which a request was signed: its text, and how far from now it may be.</summary>
internal static class SignatureTime
{
    /// <summary>
    /// How old or how early a request may be (AWS General Reference: "within five minutes of the time stamp"). STS itself
    /// has been seen to grant 15; a client that passes here passes there.
    /// </summary>
    internal static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    // ISO 8601's basic format, as X-Amz-Date has it.
    private const string Format = "yyyyMMdd'T'HHmmss'Z'";

    internal static string ToText(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <exception cref="AwsException">Not of that format.</exception>
    internal static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParseExact(
            text,
            Format,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out DateTimeOffset time)
            ? time
            : throw AwsException.IncompleteSignature($"Date must be in ISO-8601 'basic format'. Got '{text}'.");

    /// <exception cref="AwsException">The time is too far from now, or on another day than the scope.</exception>
    internal static void Check(DateTimeOffset signed, CredentialScope scope, DateTimeOffset now)
    {
        string text = ToText(signed);
        if (scope.Date != text[..8])
        {
            throw AwsException.SignatureDoesNotMatch(
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + $"'{scope.Date}' != '{text[..8]}', from '{text}'.");
        }

        if (signed < now - Tolerance)
        {
            throw AwsException.SignatureDoesNotMatch(
                $"Signature expired: {text} is now earlier than {ToText(now - Tolerance)} "
                + $"({ToText(now)} - {Tolerance.TotalMinutes} min.)");
        }

        if (signed > now + Tolerance)
        {
            throw AwsException.SignatureDoesNotMatch(
                $"Signature not yet current: {text} is still later than {ToText(now + Tolerance)} "
                + $"({ToText(now)} + {Tolerance.TotalMinutes} min.)");
        }
    }
}
