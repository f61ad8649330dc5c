using System.Security.Cryptography;
using System.Text;
using HwToken.LocalAws.Http;
using HwToken.LocalAws.Services;

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
