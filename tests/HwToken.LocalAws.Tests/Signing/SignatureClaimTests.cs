using System.Net;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Query;
using HwToken.LocalAws.Signing;

namespace HwToken.LocalAws.Tests.Signing;

public class SignatureClaimTests
{
    private const string Credential = "AKIAIOSFODNN7EXAMPLE/20150830/us-east-1/sts/aws4_request";
    private const string Complete = $"AWS4-HMAC-SHA256 Credential={Credential}, SignedHeaders=host;x-amz-date, Signature=abc";

    [Fact]
    public void OfHeader_Complete_GivesItsParts()
    {
        SignatureClaim claim = SignatureClaim.Of(Request(Complete, "20150830T123600Z"));
        Assert.Equal("AKIAIOSFODNN7EXAMPLE", claim.AccessKeyId);
        Assert.Equal(new CredentialScope("20150830", "us-east-1", "sts"), claim.Scope);
        Assert.Equal(["host", "x-amz-date"], claim.SignedHeaders);
        Assert.Equal("abc", claim.Signature);
        Assert.Equal(new DateTimeOffset(2015, 8, 30, 12, 36, 0, TimeSpan.Zero), claim.Timestamp);
        Assert.Null(claim.SessionToken);
    }

    // Clients differ in the blanks behind the commas.
    [Fact]
    public void OfHeader_WithoutBlanks_GivesTheSame()
    {
        string authorization = Complete.Replace(", ", ",", StringComparison.Ordinal);
        Assert.Equal("abc", SignatureClaim.Of(Request(authorization, "20150830T123600Z")).Signature);
    }

    [Fact]
    public void Of_NoSignature_IsMissing()
    {
        var refusal = Assert.Throws<AwsException>(() => SignatureClaim.Of(Request(null, "20150830T123600Z")));
        Assert.Equal(
            (HttpStatusCode.Forbidden, "MissingAuthenticationToken", "Request is missing Authentication Token"),
            (refusal.Status, refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256", "'AWS4-HMAC-SHA256' not a valid key=value pair (missing equal-sign) in Authorization header.")]
    [InlineData("AWS4-HMAC-SHA256 AKIA", "'AKIA' not a valid key=value pair (missing equal-sign) in Authorization header.")]
    [InlineData("Basic dXNlcjpwYXNz", "Unsupported AWS 'algorithm': 'Basic'.")]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=x", "Unsupported AWS 'algorithm': 'AWS4-ECDSA-P256-SHA256'.")]
    [InlineData(
        "AWS4-HMAC-SHA256 Credential=a/b/c/d/aws4_request",
        "Authorization header requires 'Signature' parameter. Authorization header requires 'SignedHeaders' parameter.")]
    [InlineData(
        "AWS4-HMAC-SHA256 Credential=a/b/c, SignedHeaders=host, Signature=abc",
        "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b/c'")]
    public void OfHeader_Incomplete_SaysWhatIsMissing(string authorization, string message) =>
        IsIncomplete(Request(authorization, "20150830T123600Z"), message);

    [Fact]
    public void OfHeader_NoDate_SaysSo() => IsIncomplete(
        Request(Complete, null), "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");

    [Theory]
    [InlineData("2015-08-30T12:36:00Z")]
    [InlineData("20150830T126100Z")]
    [InlineData("")]
    public void OfHeader_DateOfAnotherFormat_SaysSo(string date) =>
        IsIncomplete(Request(Complete, date), $"Date must be in ISO-8601 'basic format'. Got '{date}'.");

    [Fact]
    public void OfHeader_AnotherTerminator_IsRefused()
    {
        string authorization = Complete.Replace("aws4_request", "aws3_request", StringComparison.Ordinal);
        var refusal = Assert.Throws<AwsException>(() => SignatureClaim.Of(Request(authorization, "20150830T123600Z")));
        Assert.Equal("SignatureDoesNotMatch", refusal.Code);
        Assert.Equal("Credential should be scoped with a valid terminator: 'aws4_request', not 'aws3_request'.", refusal.Message);
    }

    [Fact]
    public void OfQueryString_Complete_GivesItsParts()
    {
        SignatureClaim claim = SignatureClaim.Of(Query(
            $"X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={Uri.EscapeDataString(Credential)}&X-Amz-Date=20150830T123600Z"
            + "&X-Amz-SignedHeaders=host%3Bx-id&X-Amz-Signature=abc&X-Amz-Security-Token=t%2Bt"));
        Assert.Equal("AKIAIOSFODNN7EXAMPLE", claim.AccessKeyId);
        Assert.Equal(["host", "x-id"], claim.SignedHeaders);
        Assert.Equal("t+t", claim.SessionToken);
    }

    [Fact]
    public void OfQueryString_Incomplete_SaysWhatIsMissing() => IsIncomplete(
        Query("X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20150830T123600Z&X-Amz-Signature=abc"),
        "AWS query-string parameters must include 'X-Amz-Credential'. "
            + "AWS query-string parameters must include 'X-Amz-SignedHeaders'. Re-examine the query-string parameters.");

    private static void IsIncomplete(QueryRequest request, string message)
    {
        var refusal = Assert.Throws<AwsException>(() => SignatureClaim.Of(request));
        Assert.Equal(
            (HttpStatusCode.BadRequest, "IncompleteSignature", message), (refusal.Status, refusal.Code, refusal.Message));
    }

    private static QueryRequest Request(string? authorization, string? date)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase) { ["Host"] = "h" };
        if (authorization is not null)
        {
            headers["Authorization"] = authorization;
        }

        if (date is not null)
        {
            headers["X-Amz-Date"] = date;
        }

        return new QueryRequest("POST", "", headers, default);
    }

    private static QueryRequest Query(string queryString) => new("GET", "?" + queryString, new Dictionary<string, string>(), default);
}
