using System.Net;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using HwToken.LocalAws.Configuration;
using HwToken.LocalAws.Records;
using HwToken.LocalAws.Tests.Support;

namespace HwToken.LocalAws.Tests.Services.Sts;

public class GetSessionTokenTests
{
    [Fact]
    public async Task Sdk_RightCode_GivesCredentialsOfTheAskedDuration()
    {
        await using TestServer aws = await TestServer.StartAsync();
        GetSessionTokenResponse response = await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(
            Request(aws.Code(Sample.AliceSeed), durationSeconds: 900));

        Credentials credentials = response.Credentials;
        Assert.Matches("^ASIA[A-Z2-7]{16}$", credentials.AccessKeyId);
        Assert.Equal(40, credentials.SecretAccessKey.Length);
        DateTimeOffset expiration = new(credentials.Expiration!.Value.ToUniversalTime());
        Assert.Equal(aws.Now.ToUnixTimeSeconds() + 900, expiration.ToUnixTimeSeconds());
        Assert.Equal(Sample.AliceArn, (await aws.Sdk(credentials).GetCallerIdentityAsync(new())).Arn);
    }

    [Fact]
    public async Task Sdk_NoDuration_GivesTwelveHours()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Assert.Equal(43200, await DurationAsync(aws, Sample.AliceKey, durationSeconds: null));
    }

    // API reference of GetSessionToken: longer durations are not refused for root, they become one hour.
    [Theory]
    [InlineData(null, 3600)]
    [InlineData(129600, 3600)]
    [InlineData(900, 900)]
    public async Task Sdk_Root_GivesAtMostOneHour(int? asked, int given)
    {
        await using TestServer aws = await TestServer.StartAsync();
        Assert.Equal(given, await DurationAsync(aws, Sample.RootKey, asked));
    }

    [Theory]
    [InlineData(900)]
    [InlineData(129600)]
    public async Task Duration_AtTheLimit_IsGranted(int seconds)
    {
        await using TestServer aws = await TestServer.StartAsync();
        Assert.Equal(seconds, await DurationAsync(aws, Sample.AliceKey, seconds));
    }

    [Theory]
    [InlineData(899, "Member must have value greater than or equal to 900")]
    [InlineData(-1, "Member must have value greater than or equal to 900")]
    [InlineData(129601, "Member must have value less than or equal to 129600")]
    public async Task Duration_OutOfRange_IsRefused(int seconds, string constraint)
    {
        await using TestServer aws = await TestServer.StartAsync();
        await RefusedAsync(
            aws,
            new GetSessionTokenRequest { DurationSeconds = seconds },
            HttpStatusCode.BadRequest,
            "ValidationError",
            $"1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint: {constraint}");
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public async Task Code_OneStepOff_IsAccepted(int steps)
    {
        await using TestServer aws = await TestServer.StartAsync();
        await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(Request(aws.Code(Sample.AliceSeed, steps)));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public async Task Code_TwoStepsOff_IsRefused(int steps)
    {
        await using TestServer aws = await TestServer.StartAsync();
        await RefusedAsync(aws, Request(aws.Code(Sample.AliceSeed, steps)), HttpStatusCode.Forbidden, "AccessDenied", InvalidCode);
    }

    [Fact]
    public async Task Code_Wrong_IsRefusedAndTheRightOneStillCounts()
    {
        await using TestServer aws = await TestServer.StartAsync();
        string wrong = Codes.Wrong(aws.Now, Sample.AliceSeed);
        await RefusedAsync(aws, Request(wrong), HttpStatusCode.Forbidden, "AccessDenied", InvalidCode);
        await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(Request(aws.Code(Sample.AliceSeed)));
    }

    [Fact]
    public async Task Code_SecondUse_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        GetSessionTokenRequest request = Request(aws.Code(Sample.AliceSeed));
        await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(request);
        await RefusedAsync(aws, request, HttpStatusCode.Forbidden, "AccessDenied", InvalidCode);
    }

    [Fact]
    public async Task Code_EarlierThanTheLastUsed_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(Request(aws.Code(Sample.AliceSeed)));
        await RefusedAsync(
            aws, Request(aws.Code(Sample.AliceSeed, steps: -1)), HttpStatusCode.Forbidden, "AccessDenied", InvalidCode);
    }

    [Fact]
    public async Task Code_NextStep_IsAcceptedAfterThisOne()
    {
        await using TestServer aws = await TestServer.StartAsync();
        await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(Request(aws.Code(Sample.AliceSeed)));
        await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(Request(aws.Code(Sample.AliceSeed, steps: 1)));
    }

    [Fact]
    public async Task Code_RefusedForItsDuration_IsNotUsedUp()
    {
        await using TestServer aws = await TestServer.StartAsync();
        string code = aws.Code(Sample.AliceSeed);
        await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(
            () => aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(Request(code, durationSeconds: 899)));
        await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(Request(code));
    }

    [Fact]
    public async Task Code_TwentyAtOnce_IsAcceptedOnce()
    {
        await using TestServer aws = await TestServer.StartAsync();
        AmazonSecurityTokenServiceClient sdk = aws.Sdk(Sample.AliceKey);
        GetSessionTokenRequest request = Request(aws.Code(Sample.AliceSeed));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                await sdk.GetSessionTokenAsync(request);
            }
            catch (AmazonSecurityTokenServiceException e) when (e.ErrorCode == "AccessDenied")
            {
                // All but one.
            }
        }));

        Assert.Equal(20, aws.Server.Requests.Count);
        Assert.Single(aws.Server.Requests, record => record.Outcome == RequestRecord.Success);
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:mfa/nobody")]
    [InlineData("arn:aws:iam::123456789012:user/alice")]
    [InlineData(Sample.BobDevice)]
    public async Task SerialNumber_NotOfTheCaller_IsRefused(string serialNumber)
    {
        await using TestServer aws = await TestServer.StartAsync();
        GetSessionTokenRequest request = new() { SerialNumber = serialNumber, TokenCode = aws.Code(Sample.BobSeed) };
        await RefusedAsync(
            aws,
            request,
            HttpStatusCode.Forbidden,
            "AccessDenied",
            "MultiFactorAuthentication failed, unable to validate MFA code.  "
                + "Please verify your MFA serial number is valid and associated with this user.");
    }

    [Theory]
    [InlineData(Sample.AliceDevice, null)]
    [InlineData(null, "123456")]
    public async Task SerialNumberAndCode_OneOfThem_IsRefused(string? serialNumber, string? code)
    {
        await using TestServer aws = await TestServer.StartAsync();
        await RefusedAsync(
            aws,
            new GetSessionTokenRequest { SerialNumber = serialNumber, TokenCode = code },
            HttpStatusCode.Forbidden,
            "AccessDenied",
            "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code.");
    }

    // The second is github.com/aws/aws-cli/issues/4648, word for word.
    [Theory]
    [InlineData(
        "12345",
        "1 validation error detected: Value '12345' at 'tokenCode' failed to satisfy constraint: "
            + "Member must have length greater than or equal to 6")]
    [InlineData(
        @"138502\",
        @"2 validation errors detected: Value '138502\' at 'tokenCode' failed to satisfy constraint: "
            + @"Member must have length less than or equal to 6; Value '138502\' at 'tokenCode' failed to satisfy constraint: "
            + @"Member must satisfy regular expression pattern: [\d]*")]
    [InlineData(
        "١٢٣٤٥٦",
        "1 validation error detected: Value '١٢٣٤٥٦' at 'tokenCode' failed to satisfy constraint: "
            + @"Member must satisfy regular expression pattern: [\d]*")]
    public async Task TokenCode_OfAnotherShape_IsRefused(string code, string message)
    {
        await using TestServer aws = await TestServer.StartAsync();
        await RefusedAsync(aws, Request(code), HttpStatusCode.BadRequest, "ValidationError", message);
    }

    [Theory]
    [InlineData("GAHT1234", "Member must have length greater than or equal to 9")]
    [InlineData("GAHT 12345", @"Member must satisfy regular expression pattern: [\w+=/:,.@-]*")]
    public async Task SerialNumber_OfAnotherShape_IsRefused(string serialNumber, string constraint)
    {
        await using TestServer aws = await TestServer.StartAsync();
        await RefusedAsync(
            aws,
            new GetSessionTokenRequest { SerialNumber = serialNumber, TokenCode = "123456" },
            HttpStatusCode.BadRequest,
            "ValidationError",
            $"1 validation error detected: Value '{serialNumber}' at 'serialNumber' failed to satisfy constraint: {constraint}");
    }

    [Fact]
    public async Task Caller_WithSession_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Credentials session = (await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(new GetSessionTokenRequest())).Credentials;
        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(
            () => aws.Sdk(session).GetSessionTokenAsync(new GetSessionTokenRequest()));

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), (refusal.StatusCode, refusal.ErrorCode));
        Assert.Equal("Cannot call GetSessionToken with session credentials", refusal.Message);
    }

    // The blank at the end is AWS's; the SDK keeps it.
    private const string InvalidCode = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";

    private static GetSessionTokenRequest Request(string code, int? durationSeconds = null) =>
        new() { SerialNumber = Sample.AliceDevice, TokenCode = code, DurationSeconds = durationSeconds };

    private static async Task RefusedAsync(
        TestServer aws, GetSessionTokenRequest request, HttpStatusCode status, string code, string message)
    {
        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(
            () => aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(request));
        Assert.Equal((status, code, message), (refusal.StatusCode, refusal.ErrorCode, refusal.Message));
        Assert.Equal(ErrorType.Sender, refusal.ErrorType);
        Assert.Equal(aws.LastRecord.RequestId, refusal.RequestId);
    }

    private static async Task<long> DurationAsync(TestServer aws, AccessKeyConfig key, int? durationSeconds)
    {
        GetSessionTokenResponse response = await aws.Sdk(key).GetSessionTokenAsync(
            new GetSessionTokenRequest { DurationSeconds = durationSeconds });
        DateTimeOffset expiration = new(response.Credentials.Expiration!.Value.ToUniversalTime());
        return expiration.ToUnixTimeSeconds() - aws.Now.ToUnixTimeSeconds();
    }
}
