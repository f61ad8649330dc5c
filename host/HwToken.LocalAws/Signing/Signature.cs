// How Signature Version 4 is computed: the text that is signed, the key, and the signature.
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HwToken.LocalAws.Query;

namespace HwToken.LocalAws.Signing;

/// <summary>
/// The form of a request that both ends sign (AWS IAM User Guide, "Create a signed AWS API request", steps 1 to 3).
/// </summary>
internal static partial class CanonicalRequest
{
    /// <param name="signedHeaders">Lower case, in ordinal order.</param>
    internal static string Build(QueryRequest request, IReadOnlyList<string> signedHeaders)
    {
        StringBuilder text = new();
        text.Append(request.Method).Append("\n/\n").Append(QueryString(request)).Append('\n');
        foreach (string name in signedHeaders)
        {
            string value = Blanks().Replace(request.Header(name)?.Trim() ?? "", " ");
            text.Append(name).Append(':').Append(value).Append('\n');
        }

        return text.Append('\n')
            .AppendJoin(';', signedHeaders).Append('\n')
            .Append(Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)))
            .ToString();
    }

    internal static string StringToSign(string canonicalRequest, DateTimeOffset timestamp, CredentialScope scope) =>
        string.Join(
            '\n',
            SignatureClaim.Algorithm,
            SignatureTime.ToText(timestamp),
            scope,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonicalRequest))));

    private static string QueryString(QueryRequest request) => string.Join(
        '&',
        request.QueryString
            .Where(pair => pair.Key != SignatureClaim.SignatureParameter)
            .Select(pair => (Name: Encode(pair.Key), Value: Encode(pair.Value)))
            .OrderBy(pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => $"{pair.Name}={pair.Value}"));

    // RFC 3986's unreserved characters stay, everything else is %XX in upper case: what EscapeDataString does.
    private static string Encode(string text) => Uri.EscapeDataString(text);

    [GeneratedRegex(" {2,}")]
    private static partial Regex Blanks();
}

/// <summary>SigV4's signature (AWS IAM User Guide, "Create a signed AWS API request", steps 4 and 5).</summary>
internal static class SigningKey
{
    /// <param name="secretKey">The secret access key's characters, in ASCII.</param>
    /// <returns>64 lower-case hex digits.</returns>
    internal static string Sign(string stringToSign, ReadOnlySpan<byte> secretKey, CredentialScope scope)
    {
        byte[] key = Derive(secretKey, scope);
        try
        {
            return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <returns>32 bytes, which the caller clears.</returns>
    internal static byte[] Derive(ReadOnlySpan<byte> secretKey, CredentialScope scope)
    {
        byte[] key = [.. "AWS4"u8, .. secretKey];
        foreach (string part in (ReadOnlySpan<string>)[scope.Date, scope.Region, scope.Service, CredentialScope.Terminator])
        {
            byte[] next = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
            CryptographicOperations.ZeroMemory(key);
            key = next;
        }

        return key;
    }
}
