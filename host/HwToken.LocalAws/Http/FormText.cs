using System.Globalization;
using System.Text;
using HwToken.LocalAws.Services;

namespace HwToken.LocalAws.Http;

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
