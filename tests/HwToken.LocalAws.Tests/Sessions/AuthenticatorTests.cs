using System.Net;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using HwToken.LocalAws.Configuration;
using HwToken.LocalAws.Tests.Support;

namespace HwToken.LocalAws.Tests.Sessions;

public class AuthenticatorTests
{
    private const string InvalidToken = "The security token included in the request is invalid.";

    [Fact]
    public async Task Sdk_UnknownKey_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        AccessKeyConfig nobody = new() { Id = "AKIANOBODYNOBODY0000", Secret = Sample.AliceKey.Secret };
        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(
            () => aws.Sdk(nobody).GetCallerIdentityAsync(new()));

        Assert.Equal(
            (HttpStatusCode.Forbidden, "InvalidClientTokenId", InvalidToken), (refusal.StatusCode, refusal.ErrorCode, refusal.Message));
    }

    [Fact]
    public async Task Sdk_AnotherSecret_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        AccessKeyConfig wrong = new() { Id = Sample.AliceKey.Id, Secret = Sample.BobKey.Secret };
        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(
            () => aws.Sdk(wrong).GetCallerIdentityAsync(new()));

        Assert.Equal((HttpStatusCode.Forbidden, "SignatureDoesNotMatch"), (refusal.StatusCode, refusal.ErrorCode));
        Assert.StartsWith(
            "The request signature we calculated does not match the signature you provided.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Session_LastSecond_IsStillGood()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Credentials session = await SessionAsync(aws);
        aws.Time.Advance(UntilExpiration(aws, session) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(HttpStatusCode.OK, (await Call(aws, session).PostAsync(aws.Http)).Status);
    }

    [Fact]
    public async Task Session_Expired_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Credentials session = await SessionAsync(aws);
        aws.Time.Advance(UntilExpiration(aws, session));
        await RefusedAsync(aws, Call(aws, session), "ExpiredToken", "The security token included in the request is expired");
    }

    [Fact]
    public async Task Session_ExpiredLongAgo_IsStillKnownAsExpired()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Credentials session = await SessionAsync(aws);
        aws.Time.Advance(TimeSpan.FromDays(400));
        await RefusedAsync(aws, Call(aws, session), "ExpiredToken", "The security token included in the request is expired");
    }

    // The SDK signs with the machine's clock, is refused, reads the server's time in the reply and tries again.
    [Fact]
    public async Task Sdk_SessionExpiredAndClocksApart_TellsOfTheExpiration()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Credentials session = await SessionAsync(aws);
        aws.Time.Advance(TimeSpan.FromHours(1));
        var refusal = await Assert.ThrowsAnyAsync<AmazonSecurityTokenServiceException>(
            () => aws.Sdk(session).GetCallerIdentityAsync(new()));

        Assert.Equal("ExpiredToken", refusal.ErrorCode);
        Assert.Contains(aws.Server.Requests, record => record.Outcome == "SignatureDoesNotMatch");
    }

    [Fact]
    public async Task Session_TokenChanged_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Credentials session = await SessionAsync(aws);
        char[] token = session.SessionToken.ToCharArray();
        token[20] = token[20] == 'A' ? 'B' : 'A';
        session.SessionToken = new string(token);
        await RefusedAsync(aws, Call(aws, session), "InvalidClientTokenId", InvalidToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    [InlineData("not base64!")]
    public async Task Session_TokenOfNoForm_IsRefused(string token)
    {
        await using TestServer aws = await TestServer.StartAsync();
        Credentials session = await SessionAsync(aws);
        session.SessionToken = token;
        await RefusedAsync(aws, Call(aws, session), "InvalidClientTokenId", InvalidToken);
    }

    [Fact]
    public async Task Session_TokenOfAnotherKey_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Credentials first = await SessionAsync(aws);
        Credentials second = await SessionAsync(aws);
        second.SessionToken = first.SessionToken;
        await RefusedAsync(aws, Call(aws, second), "InvalidClientTokenId", InvalidToken);
    }

    [Fact]
    public async Task Session_TokenOfAnotherServer_IsRefused()
    {
        await using TestServer first = await TestServer.StartAsync();
        await using TestServer second = await TestServer.StartAsync();
        Credentials session = await SessionAsync(first);
        await RefusedAsync(second, Call(second, session), "InvalidClientTokenId", InvalidToken);
    }

    [Fact]
    public async Task Session_WithoutItsToken_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Credentials session = await SessionAsync(aws);
        SignedCall call = new() { Time = aws.Now, Key = KeyOf(session) };
        await RefusedAsync(aws, call, "InvalidClientTokenId", InvalidToken);
    }

    [Fact]
    public async Task Session_AnotherSecret_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Credentials session = await SessionAsync(aws);
        session.SecretAccessKey = Sample.AliceKey.Secret;
        Answer answer = await Call(aws, session).PostAsync(aws.Http);
        Assert.Equal("SignatureDoesNotMatch", answer.ErrorCode);
    }

    [Fact]
    public async Task PresignedUrl_Session_GivesTheUser()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Answer answer = await Call(aws, await SessionAsync(aws)).GetAsync(aws.Http);
        Assert.Equal(Sample.AliceArn, answer.Find("Arn"));
    }

    private static async Task<Credentials> SessionAsync(TestServer aws) =>
        (await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(new GetSessionTokenRequest { DurationSeconds = 900 })).Credentials;

    private static TimeSpan UntilExpiration(TestServer aws, Credentials session) =>
        new DateTimeOffset(session.Expiration!.Value.ToUniversalTime()) - aws.Now;

    private static AccessKeyConfig KeyOf(Credentials session) =>
        new() { Id = session.AccessKeyId, Secret = session.SecretAccessKey };

    private static SignedCall Call(TestServer aws, Credentials session) =>
        new() { Time = aws.Now, Key = KeyOf(session), SessionToken = session.SessionToken };

    private static async Task RefusedAsync(TestServer aws, SignedCall call, string code, string message)
    {
        Answer answer = await call.PostAsync(aws.Http);
        Assert.Equal((HttpStatusCode.Forbidden, code, message), (answer.Status, answer.ErrorCode, answer.Message));
    }
}
