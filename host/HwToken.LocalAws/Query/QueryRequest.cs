// A request of the AWS Query protocol, and how its text is read.
using System.Globalization;
using System.Text;
using HwToken.LocalAws.Errors;

namespace HwToken.LocalAws.Query;

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

/// <summary>Reads <c>name=value&amp;name=value</c>, the form of query strings and of the Query protocol's bodies.</summary>
internal static class FormText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Takes names and values apart and decodes them, in the order given; a name without = has an empty value.</summary>
    /// <param name="plusIsSpace">
    /// True for a form (application/x-www-form-urlencoded), false for a query string, where SigV4 knows %20 alone.
    /// </param>
    /// <exception cref="AwsException">An escape is not two hex digits, or the decoded bytes are no UTF-8.</exception>
    internal static List<KeyValuePair<string, string>> Parse(ReadOnlySpan<byte> text, bool plusIsSpace)
    {
        List<KeyValuePair<string, string>> pairs = [];
        foreach (Range range in text.Split((byte)'&'))
        {
            ReadOnlySpan<byte> pair = text[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            int equals = pair.IndexOf((byte)'=');
            ReadOnlySpan<byte> name = equals < 0 ? pair : pair[..equals];
            ReadOnlySpan<byte> value = equals < 0 ? [] : pair[(equals + 1)..];
            pairs.Add(new(Decode(name, plusIsSpace), Decode(value, plusIsSpace)));
        }

        return pairs;
    }

    private static string Decode(ReadOnlySpan<byte> text, bool plusIsSpace)
    {
        byte[] decoded = new byte[text.Length];
        int length = 0;
        for (int i = 0; i < text.Length; i++)
        {
            byte b = text[i];
            if (b == '%')
            {
                if (i + 2 >= text.Length || !TryParseHex(text.Slice(i + 1, 2), out b))
                {
                    throw Malformed();
                }

                i += 2;
            }
            else if (b == '+' && plusIsSpace)
            {
                b = (byte)' ';
            }

            decoded[length++] = b;
        }

        try
        {
            return StrictUtf8.GetString(decoded, 0, length);
        }
        catch (DecoderFallbackException)
        {
            throw Malformed();
        }
    }

    private static bool TryParseHex(ReadOnlySpan<byte> digits, out byte value) =>
        byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);

    private static AwsException Malformed() =>
        new(System.Net.HttpStatusCode.NotFound, "MalformedQueryString", "The query string contains a syntax error.");
}
