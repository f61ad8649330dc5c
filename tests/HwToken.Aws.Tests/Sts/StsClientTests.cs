using System.Globalization;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Aws.Sts;
using HwToken.Aws.Tests.Support;
using HwToken.Base;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Aws.Tests.Sts;

public class StsClientTests
{
    private static readonly MfaCode Code = new("123456", 1_000_000, 10);

    public static TheoryData<string> BrokenAnswers => ["at once", "after the request", "by reset", "not HTTP", "too long"];

    [Theory]
    [InlineData("us-east-1", "https://sts.us-east-1.amazonaws.com/")]
    [InlineData("ap-south-1", "https://sts.ap-south-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://sts.cn-north-1.amazonaws.com.cn/")]
    [InlineData("us-gov-west-1", "https://sts.us-gov-west-1.amazonaws.com/")]
    [InlineData("us-iso-east-1", "https://sts.us-iso-east-1.c2s.ic.gov/")]
    [InlineData("eusc-de-east-1", "https://sts.eusc-de-east-1.amazonaws.eu/")]
    public void Endpoint_Region_IsItsOwn(string region, string expected)
    {
        using var client = new StsClient(Plans.To(null, region), TimeProvider.System);
        Assert.Equal(expected, client.Endpoint.AbsoluteUri);
    }

    [Fact]
    public async Task GetSessionAsync_NobodyListens_IsUnreachable() =>
        await CallAsync(TransportStub.RefusingUrl(), FailureKind.Unreachable);

    [Fact]
    public async Task GetSessionAsync_NoSuchHost_IsUnreachable() =>
        await CallAsync("https://sts.invalid", FailureKind.Unreachable); // RFC 6761, section 6.4

    [Fact]
    public async Task GetSessionAsync_NoTlsAtTheOtherEnd_IsUnreachable()
    {
        using TransportStub stub = TransportStub.Answering("200 OK");
        await CallAsync(stub.Url("https"), FailureKind.Unreachable);
        Assert.Equal(1, stub.Connections);
    }

    [Theory]
    [MemberData(nameof(BrokenAnswers))]
    public async Task GetSessionAsync_ConnectionEndsBeforeTheAnswer_IsLostAndSentOnce(string how)
    {
        using TransportStub stub = how switch
        {
            "at once" => TransportStub.ClosingAtOnce(),
            "after the request" => TransportStub.ClosingAfterTheRequest(),
            "by reset" => TransportStub.ResettingAfterTheRequest(),
            "not HTTP" => TransportStub.Sending("nonsense\r\n\r\n"),
            _ => TransportStub.Sending("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"),
        };
        AwsException e = await CallAsync(stub.Url(), FailureKind.AnswerLost);
        Assert.EndsWith("; the MFA code counts as used", e.Hint, StringComparison.Ordinal);
        Assert.Equal(1, stub.Connections);
    }

    [Fact]
    public async Task GetSessionAsync_NoAnswer_IsLostAfterTheTimeout()
    {
        var time = new FakeTimeProvider();
        using TransportStub stub = TransportStub.Hanging(() => time.Advance(SingleRequestHandler.AnswerTimeout));
        AwsException e = await CallAsync(stub.Url(), FailureKind.AnswerLost, time);
        Assert.Contains("within 20 s", e.Message, StringComparison.Ordinal);
        Assert.EndsWith("; the MFA code counts as used", e.Hint, StringComparison.Ordinal);
        Assert.Equal(1, stub.Connections);
    }

    [Fact]
    public async Task GetSessionAsync_Cancelled_IsNoFailure()
    {
        using var cancellation = new CancellationTokenSource();
        using TransportStub stub = TransportStub.Hanging(cancellation.Cancel);
        using var client = new StsClient(Plans.To(stub.Url()), TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetSessionAsync(Code, cancellation.Token));
    }

    [Theory]
    [InlineData("500 Internal Server Error", "", "{0} answered with status 500")]
    [InlineData("503 Service Unavailable", "<html>maintenance</html>", "{0} answered with status 503")]
    [InlineData("302 Found", "", "something that is not STS answered for {0} with status 302")]
    [InlineData("200 OK", "<html>sign in to the guest network</html>", "something that is not STS answered for {0}")]
    [InlineData("200 OK", "", "something that is not STS answered for {0}")]
    [InlineData("403 Forbidden", "<html>blocked</html>", "something that is not STS answered for {0} with status 403")]
    [InlineData("429 Too Many Requests", "", "something that is not STS answered for {0} with status 429")]
    public async Task GetSessionAsync_NoAnswerOfSts_IsABadAnswerAndSentOnce(string status, string body, string message)
    {
        using TransportStub stub = TransportStub.Answering(status, body);
        AwsException e = await CallAsync(stub.Url(), FailureKind.BadAnswer);
        Assert.Equal(string.Format(CultureInfo.InvariantCulture, message, stub.Url()), e.Message);
        Assert.EndsWith("; the MFA code counts as used", e.Hint, StringComparison.Ordinal);
        Assert.Equal(1, stub.Connections);
    }

    [Fact]
    public async Task GetSessionAsync_ThrottledByError_IsSentOnce()
    {
        using TransportStub stub = TransportStub.Answering(
            "400 Bad Request", "<ErrorResponse><Error><Code>Throttling</Code><Message>slow</Message></Error></ErrorResponse>");
        await CallAsync(stub.Url(), FailureKind.Throttled);
        Assert.Equal(1, stub.Connections);
    }

    private static Task<AwsException> CallAsync(string url, FailureKind expected, TimeProvider? time = null) =>
        CallAsync(Plans.To(url), expected, time);

    private static async Task<AwsException> CallAsync(SessionPlan plan, FailureKind expected, TimeProvider? time = null)
    {
        using var client = new StsClient(plan, time ?? TimeProvider.System);
        return await Failing.WithAsync(expected, () => client.GetSessionAsync(Code, CancellationToken.None));
    }
}
