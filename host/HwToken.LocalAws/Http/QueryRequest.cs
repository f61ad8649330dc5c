using System.Text;
using HwToken.LocalAws.Services;

namespace HwToken.LocalAws.Http;

/// <summary>A request of the AWS Query protocol, apart from how it arrived. Its path is always /.</summary>
internal sealed class QueryRequest
{
    private const string FormContentType = "application/x-www-form-urlencoded";

    /// <param name="headers">Values of one name are joined with commas; names compare without case.</param>
    /// <exception cref="AwsException">The query string or the form cannot be read.</exception>
    internal QueryRequest(
        string method, string queryString, IReadOnlyDictionary<string, string> headers, ReadOnlyMemory<byte> body)
    {
        Method = method;
        Headers = headers;
        Body = body;
        QueryString = FormText.Parse(Encoding.UTF8.GetBytes(queryString.TrimStart('?')), plusIsSpace: false);
        bool isForm = headers.TryGetValue("content-type", out string? type)
            && type.StartsWith(FormContentType, StringComparison.OrdinalIgnoreCase);
        Parameters = isForm ? [.. QueryString, .. FormText.Parse(body.Span, plusIsSpace: true)] : QueryString;
    }

    internal string Method { get; }

    internal IReadOnlyDictionary<string, string> Headers { get; }

    internal ReadOnlyMemory<byte> Body { get; }

    /// <summary>What stands in the address, decoded, in the order given.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> QueryString { get; }

    /// <summary>The parameters of the action: those of the address, then those of the form.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    internal string? Header(string name) => Headers.GetValueOrDefault(name);
}
