using HwToken.Aws.Codes;
using HwToken.Aws.Sessions;
using HwToken.Aws.Sts;
using HwToken.Aws.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Aws.Tests.Sts;

public sealed class StsClientTests : IDisposable
{
    private static readonly MfaCode Code = new("123456", 1_000_000, 10);

    private readonly TemporaryFolder _folder = new();

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
        Assert.Contains("counts as used", e.Hint, StringComparison.Ordinal);
        Assert.Equal(1, stub.Connections);
    }

    [Fact]
    public async Task GetSessionAsync_NoAnswer_IsLostAfterTheTimeout()
    {
        var time = new FakeTimeProvider();
        using TransportStub stub = TransportStub.Hanging(() => time.Advance(SingleRequestHandler.AnswerTimeout));
        AwsException e = await CallAsync(stub.Url(), FailureKind.AnswerLost, time);
        Assert.Contains("within 20 s", e.Message, StringComparison.Ordinal);
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
    [InlineData("500 Internal Server Error", "")]
    [InlineData("503 Service Unavailable", "<html>maintenance</html>")]
    [InlineData("302 Found", "")]
    [InlineData("200 OK", "<html>sign in to the guest network</html>")]
    [InlineData("200 OK", "")]
    [InlineData("403 Forbidden", "<html>blocked</html>")]
    [InlineData("429 Too Many Requests", "")]
    public async Task GetSessionAsync_AnswerOfSomebodyElse_IsABadAnswerAndSentOnce(string status, string body)
    {
        using TransportStub stub = TransportStub.Answering(status, body);
        AwsException e = await CallAsync(stub.Url(), FailureKind.BadAnswer);
        Assert.Contains(stub.Url(), e.Message, StringComparison.Ordinal);
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

    [Fact]
    public async Task GetSessionAsync_AuthorityOfTheBundle_IsTrusted()
    {
        await using TestAws aws = await TestAws.StartAsync();
        using var front = new TlsFront(aws.Endpoint);
        SessionPlan plan = Plans.To(front.Url) with { CaBundle = _folder["ca.pem"] };
        File.WriteAllText(plan.CaBundle, front.AuthorityPem);

        using var client = new StsClient(plan, TimeProvider.System);
        MfaCode code = await aws.Device.GetCodeAsync(
            new MfaCodeRequest { MfaSerial = TestAws.Serial, Reason = "test" }, CancellationToken.None);
        SessionCredentials session = await client.GetSessionAsync(code, CancellationToken.None);
        Assert.StartsWith("ASIA", session.AccessKeyId, StringComparison.Ordinal);

        await CallAsync(front.Url, FailureKind.Unreachable);
        using var other = new TlsFront(aws.Endpoint);
        AwsException e = await CallAsync(plan with { Key = plan.Key with { Endpoint = other.Url } }, FailureKind.Unreachable);
        Assert.Contains("AWS_CA_BUNDLE", e.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetSessionAsync_CertificateOfAnotherHost_IsNotTrusted()
    {
        using var front = new TlsFront(new Uri("http://127.0.0.1:1"));
        File.WriteAllText(_folder["ca.pem"], front.AuthorityPem);
        string byAddress = front.Url.Replace("localhost", "127.0.0.1", StringComparison.Ordinal);
        await CallAsync(Plans.To(byAddress) with { CaBundle = _folder["ca.pem"] }, FailureKind.Unreachable);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("no certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void Constructor_BundleWithoutCertificates_IsRefusedByItsPath(string? contents)
    {
        string path = _folder["ca.pem"];
        if (contents is not null)
        {
            File.WriteAllText(path, contents);
        }

        AwsException e = Failing.With(
            FailureKind.CaBundleUnreadable,
            () => new StsClient(Plans.To(null) with { CaBundle = path }, TimeProvider.System).Dispose());
        Assert.Contains(path, e.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Task<AwsException> CallAsync(string url, FailureKind expected, TimeProvider? time = null) =>
        CallAsync(Plans.To(url), expected, time);

    private static async Task<AwsException> CallAsync(SessionPlan plan, FailureKind expected, TimeProvider? time = null)
    {
        using var client = new StsClient(plan, time ?? TimeProvider.System);
        return await Failing.WithAsync(expected, () => client.GetSessionAsync(Code, CancellationToken.None));
    }
}
