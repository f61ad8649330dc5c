using HwToken.LocalAws.Http;
using HwToken.LocalAws.Services;

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
