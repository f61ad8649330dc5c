using System.Net;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using HwToken.LocalAws.Tests.Support;

namespace HwToken.LocalAws.Tests.Services.Sts;

public class AssumeRoleTests
{
    [Fact]
    public async Task Sdk_WithMfaCode_GivesTheRoleForTwelveHours()
    {
        await using TestServer aws = await TestServer.StartAsync();
        AssumeRoleResponse response = await aws.Sdk(Sample.AliceKey).AssumeRoleAsync(new AssumeRoleRequest
        {
            RoleArn = Sample.AdminRole,
            RoleSessionName = "alice",
            DurationSeconds = 43200,
            SerialNumber = Sample.AliceDevice,
            TokenCode = aws.Code(Sample.AliceSeed),
        });

        Assert.Equal(43200, DurationOf(aws, response));
        Assert.Equal("arn:aws:sts::123456789012:assumed-role/admin/alice", response.AssumedRoleUser.Arn);
        Assert.Matches("^ASIA[A-Z2-7]{16}$", response.Credentials.AccessKeyId);
    }

    [Fact]
    public async Task Sdk_NoDuration_GivesOneHour()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Assert.Equal(3600, DurationOf(aws, await aws.Sdk(Sample.AliceKey).AssumeRoleAsync(Request(Sample.AdminRole))));
    }

    [Theory]
    [InlineData(899, "Member must have value greater than or equal to 900")]
    [InlineData(43201, "Member must have value less than or equal to 43200")]
    public async Task Duration_OutOfRange_IsRefused(int seconds, string constraint)
    {
        await using TestServer aws = await TestServer.StartAsync();
        await RefusedAsync(
            aws.Sdk(Sample.AliceKey),
            Request(Sample.AdminRole, seconds),
            HttpStatusCode.BadRequest,
            "ValidationError",
            $"1 validation error detected: Value '{seconds}' at 'durationSeconds' failed to satisfy constraint: {constraint}");
    }

    // github.com/kreuzwerker/awsu/issues/27
    [Fact]
    public async Task Duration_PastTheRolesMaximum_IsRefusedAndTheCodeIsNotUsedUp()
    {
        await using TestServer aws = await TestServer.StartAsync();
        AssumeRoleRequest request = WithCode(aws, Request(Sample.AuditRole, 3601));
        await RefusedAsync(
            aws.Sdk(Sample.AliceKey),
            request,
            HttpStatusCode.BadRequest,
            "ValidationError",
            "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");

        request.DurationSeconds = 3600;
        await aws.Sdk(Sample.AliceKey).AssumeRoleAsync(request);
    }

    // github.com/99designs/aws-vault/issues/263
    [Fact]
    public async Task Duration_PastOneHourWithSession_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        AmazonSecurityTokenServiceClient session = aws.Sdk(await SessionAsync(aws));
        await RefusedAsync(
            session,
            Request(Sample.AdminRole, 3601),
            HttpStatusCode.BadRequest,
            "ValidationError",
            "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        Assert.Equal(3600, DurationOf(aws, await session.AssumeRoleAsync(Request(Sample.AdminRole, 3600))));
    }

    [Fact]
    public async Task RoleChaining_FromRoleSession_GivesTheSecondRole()
    {
        await using TestServer aws = await TestServer.StartAsync();
        AssumeRoleResponse first = await aws.Sdk(Sample.AliceKey).AssumeRoleAsync(Request(Sample.AdminRole));
        AssumeRoleResponse second = await aws.Sdk(first.Credentials).AssumeRoleAsync(Request(Sample.AuditRole));
        Assert.Equal("arn:aws:sts::210987654321:assumed-role/audit/test", second.AssumedRoleUser.Arn);
    }

    [Fact]
    public async Task Code_UsedForASessionBefore_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        string code = aws.Code(Sample.AliceSeed);
        await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(
            new GetSessionTokenRequest { SerialNumber = Sample.AliceDevice, TokenCode = code });
        await RefusedAsync(
            aws.Sdk(Sample.AliceKey),
            WithCode(aws, Request(Sample.AdminRole)),
            HttpStatusCode.Forbidden,
            "AccessDenied",
            "MultiFactorAuthentication failed with invalid MFA one time pass code. ");
    }

    [Fact]
    public async Task RoleThatRequiresMfa_NoCode_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        await NotAuthorizedAsync(aws.Sdk(Sample.AliceKey), Request(Sample.GuardedRole), Sample.AliceArn);
    }

    [Fact]
    public async Task RoleThatRequiresMfa_Code_IsGranted()
    {
        await using TestServer aws = await TestServer.StartAsync();
        await aws.Sdk(Sample.AliceKey).AssumeRoleAsync(WithCode(aws, Request(Sample.GuardedRole)));
    }

    [Fact]
    public async Task RoleThatRequiresMfa_SessionWithMfa_IsGranted()
    {
        await using TestServer aws = await TestServer.StartAsync();
        await aws.Sdk(await SessionAsync(aws, aws.Code(Sample.AliceSeed))).AssumeRoleAsync(Request(Sample.GuardedRole));
    }

    [Fact]
    public async Task RoleThatRequiresMfa_SessionWithoutMfa_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        await NotAuthorizedAsync(aws.Sdk(await SessionAsync(aws)), Request(Sample.GuardedRole), Sample.AliceArn);
    }

    // A role's session carries no MFA information, whatever it began with.
    [Fact]
    public async Task RoleThatRequiresMfa_RoleSessionThatBeganWithMfa_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        AssumeRoleResponse role = await aws.Sdk(Sample.AliceKey).AssumeRoleAsync(WithCode(aws, Request(Sample.AdminRole)));
        await NotAuthorizedAsync(aws.Sdk(role.Credentials), Request(Sample.GuardedRole), role.AssumedRoleUser.Arn);
    }

    [Fact]
    public async Task RoleWithExternalId_RightOne_IsGranted()
    {
        await using TestServer aws = await TestServer.StartAsync();
        AssumeRoleRequest request = Request(Sample.PartnerRole);
        request.ExternalId = Sample.PartnerExternalId;
        await aws.Sdk(Sample.AliceKey).AssumeRoleAsync(request);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("partner/43")]
    public async Task RoleWithExternalId_NoneOrAnother_IsRefused(string? externalId)
    {
        await using TestServer aws = await TestServer.StartAsync();
        AssumeRoleRequest request = Request(Sample.PartnerRole);
        request.ExternalId = externalId;
        await NotAuthorizedAsync(aws.Sdk(Sample.AliceKey), request, Sample.AliceArn);
    }

    [Fact]
    public async Task Role_Unknown_IsRefusedLikeAForbiddenOne()
    {
        await using TestServer aws = await TestServer.StartAsync();
        await NotAuthorizedAsync(aws.Sdk(Sample.AliceKey), Request("arn:aws:iam::123456789012:role/nowhere"), Sample.AliceArn);
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/alice")]
    [InlineData("arn:aws:sts::123456789012:role/admin")]
    [InlineData("arn:aws:iam::12345:role/administrator")]
    public async Task RoleArn_OfSomethingElse_IsRefused(string arn)
    {
        await using TestServer aws = await TestServer.StartAsync();
        await RefusedAsync(
            aws.Sdk(Sample.AliceKey), Request(arn), HttpStatusCode.BadRequest, "ValidationError", "Request ARN is invalid");
    }

    [Fact]
    public async Task Caller_Root_IsRefused()
    {
        await using TestServer aws = await TestServer.StartAsync();
        await RefusedAsync(
            aws.Sdk(Sample.RootKey),
            Request(Sample.AdminRole),
            HttpStatusCode.Forbidden,
            "AccessDenied",
            "Roles may not be assumed by root accounts.");
    }

    [Theory]
    [InlineData("x", "Member must have length greater than or equal to 2")]
    [InlineData("with blank", @"Member must satisfy regular expression pattern: [\w+=,.@-]*")]
    [InlineData("naïve", @"Member must satisfy regular expression pattern: [\w+=,.@-]*")]
    [InlineData("line\u0001end", @"Member must satisfy regular expression pattern: [\w+=,.@-]*")]
    public async Task RoleSessionName_OfAnotherShape_IsRefused(string name, string constraint)
    {
        await using TestServer aws = await TestServer.StartAsync();
        AssumeRoleRequest request = Request(Sample.AdminRole);
        request.RoleSessionName = name;

        // XML cannot carry every character that a form can.
        string shown = name.Replace('\u0001', '\uFFFD');
        await RefusedAsync(
            aws.Sdk(Sample.AliceKey),
            request,
            HttpStatusCode.BadRequest,
            "ValidationError",
            $"1 validation error detected: Value '{shown}' at 'roleSessionName' failed to satisfy constraint: {constraint}");
    }

    // github.com/getmoto/moto/issues/9218 has AWS's words for 65 characters.
    [Theory]
    [InlineData(64, null)]
    [InlineData(65, "Member must have length less than or equal to 64")]
    public async Task RoleSessionName_AtTheLimit_IsGrantedUpToIt(int length, string? constraint)
    {
        await using TestServer aws = await TestServer.StartAsync();
        AssumeRoleRequest request = Request(Sample.AdminRole);
        request.RoleSessionName = new string('s', length);
        if (constraint is null)
        {
            await aws.Sdk(Sample.AliceKey).AssumeRoleAsync(request);
            return;
        }

        await RefusedAsync(
            aws.Sdk(Sample.AliceKey),
            request,
            HttpStatusCode.BadRequest,
            "ValidationError",
            $"1 validation error detected: Value '{request.RoleSessionName}' at 'roleSessionName' "
                + $"failed to satisfy constraint: {constraint}");
    }

    [Fact]
    public async Task Parameters_AllMissing_AreAllNamed()
    {
        await using TestServer aws = await TestServer.StartAsync();
        SignedCall call = new() { Time = aws.Now, Parameters = "Action=AssumeRole&Version=2011-06-15" };
        Answer answer = await call.PostAsync(aws.Http);

        Assert.Equal((HttpStatusCode.BadRequest, "ValidationError"), (answer.Status, answer.ErrorCode));
        Assert.Equal(
            "2 validation errors detected: Value null at 'roleArn' failed to satisfy constraint: Member must not be null; "
                + "Value null at 'roleSessionName' failed to satisfy constraint: Member must not be null",
            answer.Message);
    }

    private static AssumeRoleRequest Request(string roleArn, int? durationSeconds = null) =>
        new() { RoleArn = roleArn, RoleSessionName = "test", DurationSeconds = durationSeconds };

    private static AssumeRoleRequest WithCode(TestServer aws, AssumeRoleRequest request)
    {
        request.SerialNumber = Sample.AliceDevice;
        request.TokenCode = aws.Code(Sample.AliceSeed);
        return request;
    }

    private static async Task<Credentials> SessionAsync(TestServer aws, string? code = null)
    {
        GetSessionTokenResponse response = await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(
            new GetSessionTokenRequest { SerialNumber = code is null ? null : Sample.AliceDevice, TokenCode = code });
        return response.Credentials;
    }

    private static long DurationOf(TestServer aws, AssumeRoleResponse response)
    {
        DateTimeOffset expiration = new(response.Credentials.Expiration!.Value.ToUniversalTime());
        return expiration.ToUnixTimeSeconds() - aws.Now.ToUnixTimeSeconds();
    }

    private static Task NotAuthorizedAsync(AmazonSecurityTokenServiceClient sdk, AssumeRoleRequest request, string callerArn) =>
        RefusedAsync(
            sdk,
            request,
            HttpStatusCode.Forbidden,
            "AccessDenied",
            $"User: {callerArn} is not authorized to perform: sts:AssumeRole on resource: {request.RoleArn}");

    private static async Task RefusedAsync(
        AmazonSecurityTokenServiceClient sdk, AssumeRoleRequest request, HttpStatusCode status, string code, string message)
    {
        var refusal = await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => sdk.AssumeRoleAsync(request));
        Assert.Equal((status, code, message), (refusal.StatusCode, refusal.ErrorCode, refusal.Message));
    }
}
