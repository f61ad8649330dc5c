using System.Text;
using HwToken.LocalAws.Query;
using HwToken.LocalAws.Signing;

namespace HwToken.LocalAws.Tests.Signing;

public class CanonicalRequestTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    private static readonly DateTimeOffset Time = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    public static IEnumerable<object[]> Vectors =>
        VectorFile.Rows("sigv4.txt", "name", "service", "method", "query", "headers", "body", "signed", "signature");

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Sign_PublishedRequest_GivesItsSignature(
        string name, string service, string method, string query, string headers, string body, string signedHeaders, string signature)
    {
        CredentialScope scope = new("20150830", "us-east-1", service);
        QueryRequest request = new(method, OrNothing(query), Headers(headers), Encoding.UTF8.GetBytes(OrNothing(body)));
        string canonical = CanonicalRequest.Build(request, signedHeaders.Split(';'));
        string toSign = CanonicalRequest.StringToSign(canonical, Time, scope);
        Assert.Equal((name, signature), (name, SigningKey.Sign(toSign, Encoding.ASCII.GetBytes(Secret), scope)));
    }

    // The same document prints this request's canonical form.
    [Fact]
    public void Build_ListUsers_IsTheDocumentedText()
    {
        QueryRequest request = new(
            "GET",
            "?Action=ListUsers&Version=2010-05-08",
            Headers("Content-Type:application/x-www-form-urlencoded; charset=utf-8|Host:iam.amazonaws.com|X-Amz-Date:20150830T123600Z"),
            default);
        string[] expected =
        [
            "GET",
            "/",
            "Action=ListUsers&Version=2010-05-08",
            "content-type:application/x-www-form-urlencoded; charset=utf-8",
            "host:iam.amazonaws.com",
            "x-amz-date:20150830T123600Z",
            "",
            "content-type;host;x-amz-date",
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        ];
        Assert.Equal(string.Join('\n', expected), CanonicalRequest.Build(request, ["content-type", "host", "x-amz-date"]));
    }

    [Fact]
    public void Build_SignatureInTheQueryString_IsLeftOut()
    {
        QueryRequest request = new("GET", "?b=1&X-Amz-Signature=abc&a=2", Headers("Host:h"), default);
        Assert.Contains("\na=2&b=1\n", CanonicalRequest.Build(request, ["host"]), StringComparison.Ordinal);
    }

    private static string OrNothing(string text) => text == "-" ? "" : text;

    private static Dictionary<string, string> Headers(string text) => text.Split('|')
        .Select(header => header.Split(':', 2))
        .GroupBy(header => header[0], header => header[1], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => string.Join(',', group), StringComparer.OrdinalIgnoreCase);
}

public class SigningKeyTests
{
    // AWS General Reference, "Examples of how to derive a signing key for Signature Version 4".
    [Fact]
    public void Derive_ExampleOfTheDocumentation_GivesItsKey()
    {
        CredentialScope scope = new("20150830", "us-east-1", "iam");
        byte[] key = SigningKey.Derive(Encoding.ASCII.GetBytes("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), scope);
        Assert.Equal("c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9", Convert.ToHexStringLower(key));
    }
}
