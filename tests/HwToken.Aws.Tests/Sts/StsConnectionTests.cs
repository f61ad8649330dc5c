using HwToken.Aws.Model;
using HwToken.Aws.Sts;
using HwToken.Aws.Tests.Support;
using HwToken.Base;

namespace HwToken.Aws.Tests.Sts;

/// <summary>One connection, opened before there is a code. Proxies and TLS are in EnvironmentProxyTests.</summary>
public class StsConnectionTests
{
    private static readonly MfaCode Code = new("123456", 1_000_000, 10);

    [Fact]
    public async Task OpenAsync_NothingIsSent_AndTheRequestTakesThatConnection()
    {
        using TransportStub stub = TransportStub.Answering("500 Internal Server Error");
        using StsClient client = To(stub);
        await client.OpenAsync(default);
        await stub.FirstCame;

        await Failing.WithAsync(FailureKind.BadAnswer, () => client.GetSessionAsync(Code, default));
        Assert.Equal(1, stub.Connections);
        Assert.StartsWith("POST / HTTP/1.1\r\n", stub.Received, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetSessionAsync_ConnectionClosedMeanwhile_TakesANewOneAndSendsOnce()
    {
        using TransportStub stub = TransportStub.ClosingTheFirst();
        using StsClient client = To(stub);
        await client.OpenAsync(default);
        await stub.FirstEnded;

        await Failing.WithAsync(FailureKind.AnswerLost, () => client.GetSessionAsync(Code, default));
        Assert.Equal(2, stub.Connections);
        Assert.Equal(2, stub.Received.Split("POST / HTTP/1.1").Length);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task GetSessionAsync_OpenedConnectionEndsAfterTheRequest_SendsOnce(bool byReset)
    {
        using TransportStub stub = byReset ? TransportStub.ResettingAfterTheRequest() : TransportStub.ClosingAfterTheRequest();
        using StsClient client = To(stub);
        await client.OpenAsync(default);
        await Failing.WithAsync(FailureKind.AnswerLost, () => client.GetSessionAsync(Code, default));
        Assert.Equal(1, stub.Connections);
    }

    [Fact]
    public async Task GetSessionAsync_TheNextCode_MayBeSentToo()
    {
        using TransportStub stub = TransportStub.Answering("500 Internal Server Error");
        using StsClient client = To(stub);
        await client.OpenAsync(default);
        await Failing.WithAsync(FailureKind.BadAnswer, () => client.GetSessionAsync(Code, default));
        await Failing.WithAsync(FailureKind.BadAnswer, () => client.GetSessionAsync(new MfaCode("654321", Code.TimeStep, Code.SecondsLeft), default));
    }

    [Fact]
    public async Task OpenAsync_Cancelled_IsNoFailure()
    {
        using TransportStub stub = TransportStub.Hanging(() => { });
        using var client = new StsClient(Plans.To(stub.Url("https")), TimeProvider.System);
        using var cancellation = new CancellationTokenSource();
        Task opening = client.OpenAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => opening);
    }

    private static StsClient To(TransportStub stub) => new(Plans.To(stub.Url()), TimeProvider.System);
}
