// What a request says about its signature.
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Query;

namespace HwToken.LocalAws.Signing;

/// <summary>What a request says about its signature, in the Authorization header or in the query string. Unverified.</summary>
/// <remarks>
/// AWS IAM User Guide, "Create a signed AWS API request", step 6; the wording of the refusals is what AWS was seen to
/// answer.
/// </remarks>
internal sealed class SignatureClaim
{
    internal const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>The one parameter of the query string that the signature cannot cover.</summary>
    internal const string SignatureParameter = "X-Amz-Signature";

    private const string Prefix = "X-Amz-";
    private static readonly string[] HeaderFields = ["Credential", "Signature", "SignedHeaders"];
    private static readonly string[] QueryFields = ["Algorithm", "Credential", "Signature", "SignedHeaders", "Date"];

    private SignatureClaim(string credential, string signedHeaders, string signature, string timestamp, string? sessionToken)
    {
        Scope = CredentialScope.Parse(credential, out string accessKeyId);
        AccessKeyId = accessKeyId;
        SignedHeaders = [.. signedHeaders.ToLowerInvariant().Split(';').Order(StringComparer.Ordinal)];
        Signature = signature;
        Timestamp = SignatureTime.Parse(timestamp);
        SessionToken = sessionToken;
    }

    internal string AccessKeyId { get; }

    internal CredentialScope Scope { get; }

    /// <summary>Lower case, in the canonical order.</summary>
    internal IReadOnlyList<string> SignedHeaders { get; }

    /// <summary>64 lower-case hex digits, if the client did it right.</summary>
    internal string Signature { get; }

    internal DateTimeOffset Timestamp { get; }

    internal string? SessionToken { get; }

    /// <exception cref="AwsException">There is no signature, or a part of it is missing or unreadable.</exception>
    internal static SignatureClaim Of(QueryRequest request)
    {
        if (request.Header("authorization") is { Length: > 0 } authorization)
        {
            return OfHeader(request, authorization);
        }

        return request.QueryString.Any(pair => pair.Key.StartsWith(Prefix, StringComparison.Ordinal))
            ? OfQueryString(request)
            : throw AwsException.MissingAuthenticationToken();
    }

    private static SignatureClaim OfHeader(QueryRequest request, string authorization)
    {
        int space = authorization.IndexOf(' ');
        RequireAlgorithm(space < 0 ? authorization : authorization[..space]);
        Dictionary<string, string> fields = [];
        foreach (string field in authorization[(space + 1)..].Split(',', StringSplitOptions.TrimEntries))
        {
            int equals = field.IndexOf('=');
            if (equals < 0)
            {
                throw AwsException.IncompleteSignature(
                    $"'{field}' not a valid key=value pair (missing equal-sign) in Authorization header.");
            }

            fields[field[..equals]] = field[(equals + 1)..];
        }

        string? timestamp = request.Header("x-amz-date");
        List<string> missing =
        [
            .. from name in HeaderFields
               where !fields.ContainsKey(name)
               select $"Authorization header requires '{name}' parameter.",
        ];
        if (timestamp is null)
        {
            missing.Add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }

        return missing.Count == 0
            ? new(
                fields["Credential"],
                fields["SignedHeaders"],
                fields["Signature"],
                timestamp!,
                request.Header("x-amz-security-token"))
            : throw AwsException.IncompleteSignature(string.Join(' ', missing));
    }

    private static SignatureClaim OfQueryString(QueryRequest request)
    {
        Dictionary<string, string> fields = [];
        foreach ((string name, string value) in request.QueryString)
        {
            fields[name] = value;
        }

        List<string> missing =
        [
            .. from name in QueryFields
               where !fields.ContainsKey(Prefix + name)
               select $"AWS query-string parameters must include '{Prefix}{name}'.",
        ];
        if (missing.Count > 0)
        {
            throw AwsException.IncompleteSignature(
                string.Join(' ', missing) + " Re-examine the query-string parameters.");
        }

        RequireAlgorithm(fields["X-Amz-Algorithm"]);
        return new(
            fields["X-Amz-Credential"],
            fields["X-Amz-SignedHeaders"],
            fields[SignatureParameter],
            fields["X-Amz-Date"],
            fields.GetValueOrDefault("X-Amz-Security-Token"));
    }

    private static void RequireAlgorithm(string algorithm)
    {
        if (algorithm != Algorithm)
        {
            throw AwsException.IncompleteSignature($"Unsupported AWS 'algorithm': '{algorithm}'.");
        }
    }
}

/// <summary>What a signing key is good for: one day, one region, one service.</summary>
/// <param name="Date">UTC day as yyyyMMdd.</param>
internal sealed record CredentialScope(string Date, string Region, string Service)
{
    internal const string Terminator = "aws4_request";

    /// <summary>Takes KEYID/DATE/REGION/SERVICE/aws4_request apart.</summary>
    /// <exception cref="AwsException">It has other parts.</exception>
    internal static CredentialScope Parse(string credential, out string accessKeyId)
    {
        string[] parts = credential.Split('/');
        if (parts.Length != 5)
        {
            throw AwsException.IncompleteSignature(
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, "
                + $"got '{credential}'");
        }

        if (parts[4] != Terminator)
        {
            throw AwsException.SignatureDoesNotMatch(
                $"Credential should be scoped with a valid terminator: '{Terminator}', not '{parts[4]}'.");
        }

        accessKeyId = parts[0];
        return new CredentialScope(parts[1], parts[2], parts[3]);
    }

    /// <summary>DATE/REGION/SERVICE/aws4_request, as the string to sign has it.</summary>
    public override string ToString() => $"{Date}/{Region}/{Service}/{Terminator}";
}
