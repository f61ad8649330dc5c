using System.Globalization;
using System.Text;
using HwToken.LocalAws.Configuration;
using HwToken.LocalAws.Query;
using HwToken.LocalAws.Signing;

namespace HwToken.LocalAws.Tests.Support;

/// <summary>A call signed by hand, for what the AWS SDK would not send. Any part can be made wrong.</summary>
/// <remarks>The signature comes from the product's own code, which the published vectors and the SDK check.</remarks>
internal sealed class SignedCall
{
    private const string Form = "application/x-www-form-urlencoded; charset=utf-8";

    internal AccessKeyConfig Key { get; init; } = Sample.AliceKey;

    internal string? SessionToken { get; init; }

    internal required DateTimeOffset Time { get; init; }

    internal string Region { get; init; } = "eu-central-1";

    internal string Service { get; init; } = "sts";

    /// <summary>Instead of that of Time.</summary>
    internal string? ScopeDate { get; init; }

    internal string Parameters { get; init; } = "Action=GetCallerIdentity&Version=2011-06-15";

    internal string[] SignedHeaders { get; init; } = ["content-type", "host", "x-amz-date", "x-amz-security-token"];

    /// <summary>Changes the signed request before it is sent.</summary>
    internal Action<HttpRequestMessage> Tamper { get; init; } = _ => { };

    /// <summary>A form in the body and an Authorization header.</summary>
    internal async Task<Answer> PostAsync(HttpClient http)
    {
        byte[] body = Encoding.UTF8.GetBytes(Parameters);
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase)
        {
            ["content-type"] = Form,
            ["host"] = http.BaseAddress!.Authority,
            ["x-amz-date"] = SignatureTime.ToText(Time),
        };
        if (SessionToken is not null)
        {
            headers["x-amz-security-token"] = SessionToken;
        }

        string[] signed = [.. SignedHeaders.Where(headers.ContainsKey)];
        string signature = Sign(new QueryRequest("POST", "", headers, body), signed);

        using HttpRequestMessage message = new(HttpMethod.Post, "/") { Content = new ByteArrayContent(body) };
        message.Content.Headers.TryAddWithoutValidation("Content-Type", Form);
        foreach ((string name, string value) in headers.Where(h => h.Key.StartsWith("x-amz-", StringComparison.Ordinal)))
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        message.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={Key.Id}/{Scope}, SignedHeaders={string.Join(';', signed)}, Signature={signature}");
        Tamper(message);
        return await Answer.SendAsync(http, message);
    }

    /// <summary>Everything in the address: a presigned URL.</summary>
    internal async Task<Answer> GetAsync(HttpClient http)
    {
        StringBuilder query = new(Parameters);
        query.Append(CultureInfo.InvariantCulture, $"&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Key.Id}/{Scope}");
        query.Append(CultureInfo.InvariantCulture, $"&X-Amz-Date={SignatureTime.ToText(Time)}");
        query.Append("&X-Amz-Expires=60&X-Amz-SignedHeaders=host");
        if (SessionToken is not null)
        {
            query.Append(CultureInfo.InvariantCulture, $"&X-Amz-Security-Token={Uri.EscapeDataString(SessionToken)}");
        }

        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase) { ["host"] = http.BaseAddress!.Authority };
        string signature = Sign(new QueryRequest("GET", query.ToString(), headers, default), ["host"]);
        using HttpRequestMessage message = new(HttpMethod.Get, $"/?{query}&X-Amz-Signature={signature}");
        Tamper(message);
        return await Answer.SendAsync(http, message);
    }

    private CredentialScope Scope => new(ScopeDate ?? SignatureTime.ToText(Time)[..8], Region, Service);

    private string Sign(QueryRequest request, string[] signedHeaders) => SigningKey.Sign(
        CanonicalRequest.StringToSign(CanonicalRequest.Build(request, signedHeaders), Time, Scope),
        Encoding.ASCII.GetBytes(Key.Secret),
        Scope);
}
