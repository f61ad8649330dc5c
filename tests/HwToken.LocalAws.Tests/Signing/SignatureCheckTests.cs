using System.Net;
using System.Text;
using HwToken.LocalAws.Tests.Support;

namespace HwToken.LocalAws.Tests.Signing;

public class SignatureCheckTests
{
    private const string Mismatch =
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key "
        + "and signing method. Consult the service documentation for details.";

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("cn-north-1")]
    [InlineData("eusc-de-east-1")]
    public async Task Region_Any_IsAccepted(string region)
    {
        await using TestServer aws = await TestServer.StartAsync();
        Assert.Equal(HttpStatusCode.OK, (await new SignedCall { Time = aws.Now, Region = region }.PostAsync(aws.Http)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("US East")]
    public async Task Region_NoRegion_IsRefused(string region)
    {
        await using TestServer aws = await TestServer.StartAsync();
        await RefusedAsync(
            aws, new SignedCall { Time = aws.Now, Region = region }, "Credential should be scoped to a valid region. ");
    }

    [Fact]
    public async Task Region_OtherThanSigned_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        SignedCall call = new() { Time = aws.Now, Tamper = message => ReplaceAuthorization(message, "eu-central-1", "eu-west-1") };
        await RefusedAsync(aws, call, Mismatch);
    }

    [Fact]
    public async Task Service_Another_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        await RefusedAsync(
            aws, new SignedCall { Time = aws.Now, Service = "s3" }, "Credential should be scoped to correct service: 'sts'. ");
    }

    [Fact]
    public async Task Body_ChangedAfterSigning_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        SignedCall call = new()
        {
            Time = aws.Now,
            Tamper = message =>
            {
                HttpContent signedContent = message.Content!;
                message.Content = new ByteArrayContent(Encoding.ASCII.GetBytes("Action=GetSessionToken&Version=2011-06-15"));
                message.Content.Headers.TryAddWithoutValidation(
                    "Content-Type", signedContent.Headers.NonValidated["Content-Type"].ToString());
            },
        };
        await RefusedAsync(aws, call, Mismatch);
    }

    [Fact]
    public async Task QueryString_ChangedAfterSigning_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Answer answer = await new SignedCall
        {
            Time = aws.Now,
            Tamper = message => message.RequestUri = new Uri(message.RequestUri + "&DurationSeconds=900", UriKind.Relative),
        }.GetAsync(aws.Http);
        Assert.Equal(("SignatureDoesNotMatch", Mismatch), (answer.ErrorCode, answer.Message));
    }

    [Fact]
    public async Task SignedHeader_ChangedAfterSigning_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        SignedCall call = new() { Time = aws.Now, Tamper = message => message.Headers.Host = "sts.amazonaws.com" };
        await RefusedAsync(aws, call, Mismatch);
    }

    [Fact]
    public async Task Signature_OfAnotherLength_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        SignedCall call = new() { Time = aws.Now, Tamper = message => ReplaceAuthorization(message, "Signature=", "Signature=0") };
        await RefusedAsync(aws, call, Mismatch);
    }

    [Theory]
    [InlineData("'Host' or ':authority'", "content-type", "x-amz-date")]
    [InlineData("'x-amz-date'", "content-type", "host")]
    public async Task Header_Unsigned_IsRefused(string name, params string[] signedHeaders)
    {
        await using TestServer aws = await TestServer.StartAsync();
        await RefusedAsync(
            aws,
            new SignedCall { Time = aws.Now, SignedHeaders = signedHeaders },
            $"{name} must be a 'SignedHeader' in the AWS Authorization.");
    }

    [Fact]
    public async Task SessionToken_AddedAfterSigning_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        SignedCall call = new() { Time = aws.Now, Tamper = message => message.Headers.Add("X-Amz-Security-Token", "AAAA") };
        await RefusedAsync(aws, call, "'x-amz-security-token' must be a 'SignedHeader' in the AWS Authorization.");
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public async Task Time_FiveMinutesOff_IsAccepted(int seconds)
    {
        await using TestServer aws = await TestServer.StartAsync(wholeSeconds: true);
        SignedCall call = new() { Time = aws.Now.AddSeconds(seconds) };
        Assert.Equal(HttpStatusCode.OK, (await call.PostAsync(aws.Http)).Status);
    }

    // github.com/aws/aws-sdk-js/issues/573 has AWS's words.
    [Fact]
    public async Task Time_MoreThanFiveMinutesAgo_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        aws.Time.SetUtcNow(new DateTimeOffset(2040, 4, 11, 6, 46, 35, TimeSpan.Zero));
        await RefusedAsync(
            aws,
            new SignedCall { Time = aws.Now.AddSeconds(-301) },
            "Signature expired: 20400411T064134Z is now earlier than 20400411T064135Z (20400411T064635Z - 5 min.)");
    }

    [Fact]
    public async Task Time_MoreThanFiveMinutesAhead_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        aws.Time.SetUtcNow(new DateTimeOffset(2040, 4, 11, 6, 46, 35, TimeSpan.Zero));
        await RefusedAsync(
            aws,
            new SignedCall { Time = aws.Now.AddSeconds(301) },
            "Signature not yet current: 20400411T065136Z is still later than 20400411T065135Z (20400411T064635Z + 5 min.)");
    }

    [Fact]
    public async Task ScopeDate_OtherThanTheTimes_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        aws.Time.SetUtcNow(new DateTimeOffset(2040, 4, 11, 6, 46, 35, TimeSpan.Zero));
        await RefusedAsync(
            aws,
            new SignedCall { Time = aws.Now, ScopeDate = "20400410" },
            "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                + "'20400410' != '20400411', from '20400411T064635Z'.");
    }

    private static void ReplaceAuthorization(HttpRequestMessage message, string old, string with)
    {
        string authorization = message.Headers.NonValidated["Authorization"].ToString();
        message.Headers.Remove("Authorization");
        message.Headers.TryAddWithoutValidation("Authorization", authorization.Replace(old, with, StringComparison.Ordinal));
    }

    private static async Task RefusedAsync(TestServer aws, SignedCall call, string message)
    {
        Answer answer = await call.PostAsync(aws.Http);
        Assert.Equal(
            (HttpStatusCode.Forbidden, "SignatureDoesNotMatch", message), (answer.Status, answer.ErrorCode, answer.Message));
    }
}
