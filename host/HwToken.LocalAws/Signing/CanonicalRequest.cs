using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using HwToken.LocalAws.Http;

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
