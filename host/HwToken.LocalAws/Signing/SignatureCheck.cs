// Whether a signature is of this request, this service and this time.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Query;

namespace HwToken.LocalAws.Signing;

/// <summary>Whether a request was signed with the secret key that belongs to the access key id it names.</summary>
internal static class SignatureCheck
{
    private const string Mismatch =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key "
        + "and signing method. Consult the service documentation for details.";

    /// <summary>Checks what can be checked without the secret: scope, time, and that nothing that counts is unsigned.</summary>
    /// <param name="service">The service's name in the scope: sts, iam.</param>
    /// <exception cref="AwsException">The signature is for something else than this request, here and now.</exception>
    internal static void RequireFit(QueryRequest request, SignatureClaim claim, string service, DateTimeOffset now)
    {
        if (claim.Scope.Service != service)
        {
            throw AwsException.SignatureDoesNotMatch($"Credential should be scoped to correct service: '{service}'. ");
        }

        if (!IsRegion(claim.Scope.Region))
        {
            throw AwsException.SignatureDoesNotMatch("Credential should be scoped to a valid region. ");
        }

        SignatureTime.Check(claim.Timestamp, claim.Scope, now);
        RequireSigned(claim, "host");
        foreach (string name in request.Headers.Keys.Where(n => n.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase)))
        {
            RequireSigned(claim, name.ToLowerInvariant());
        }
    }

    /// <exception cref="AwsException">Signed with another secret, or changed after it was signed.</exception>
    internal static void RequireMatch(QueryRequest request, SignatureClaim claim, ReadOnlySpan<byte> secretKey)
    {
        string canonical = CanonicalRequest.Build(request, claim.SignedHeaders);
        string toSign = CanonicalRequest.StringToSign(canonical, claim.Timestamp, claim.Scope);
        string expected = SigningKey.Sign(toSign, secretKey, claim.Scope);
        if (!CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(claim.Signature)))
        {
            throw AwsException.SignatureDoesNotMatch(Mismatch);
        }
    }

    // Any region will do: there is one server for all of them, and the signature covers whichever was named.
    private static bool IsRegion(string text) =>
        text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static void RequireSigned(SignatureClaim claim, string header)
    {
        if (!claim.SignedHeaders.Contains(header))
        {
            string name = header == "host" ? "'Host' or ':authority'" : $"'{header}'";
            throw AwsException.SignatureDoesNotMatch($"{name} must be a 'SignedHeader' in the AWS Authorization.");
        }
    }
}

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
