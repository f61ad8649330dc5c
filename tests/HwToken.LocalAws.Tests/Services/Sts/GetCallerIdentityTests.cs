using Amazon.SecurityToken.Model;
using HwToken.LocalAws.Tests.Support;

namespace HwToken.LocalAws.Tests.Services.Sts;

public class GetCallerIdentityTests
{
    [Fact]
    public async Task Sdk_UserKey_GivesTheUser()
    {
        await using TestServer aws = await TestServer.StartAsync();
        GetCallerIdentityResponse identity = await aws.Sdk(Sample.AliceKey).GetCallerIdentityAsync(new());

        Assert.Equal(Sample.AliceArn, identity.Arn);
        Assert.Equal(Sample.Account, identity.Account);
        Assert.Matches("^AIDA[A-Z2-7]{17}$", identity.UserId);
    }

    [Fact]
    public async Task Sdk_RootKey_GivesTheAccount()
    {
        await using TestServer aws = await TestServer.StartAsync();
        GetCallerIdentityResponse identity = await aws.Sdk(Sample.RootKey).GetCallerIdentityAsync(new());

        Assert.Equal("arn:aws:iam::123456789012:root", identity.Arn);
        Assert.Equal(Sample.Account, identity.UserId);
    }

    [Fact]
    public async Task Sdk_SessionOfUser_GivesTheUserStill()
    {
        await using TestServer aws = await TestServer.StartAsync();
        GetCallerIdentityResponse user = await aws.Sdk(Sample.AliceKey).GetCallerIdentityAsync(new());
        GetSessionTokenResponse session = await aws.Sdk(Sample.AliceKey).GetSessionTokenAsync(new GetSessionTokenRequest());
        GetCallerIdentityResponse identity = await aws.Sdk(session.Credentials).GetCallerIdentityAsync(new());

        Assert.Equal((user.Arn, user.UserId, user.Account), (identity.Arn, identity.UserId, identity.Account));
    }

    [Fact]
    public async Task Sdk_SessionOfRoleWithPath_GivesTheSessionWithoutThePath()
    {
        await using TestServer aws = await TestServer.StartAsync();
        AssumeRoleResponse assumed = await aws.Sdk(Sample.AliceKey).AssumeRoleAsync(
            new AssumeRoleRequest { RoleArn = Sample.AuditRole, RoleSessionName = "alice@laptop" });
        GetCallerIdentityResponse identity = await aws.Sdk(assumed.Credentials).GetCallerIdentityAsync(new());

        Assert.Equal("arn:aws:sts::210987654321:assumed-role/audit/alice@laptop", identity.Arn);
        Assert.Equal("210987654321", identity.Account);
        Assert.Matches("^AROA[A-Z2-7]{17}:alice@laptop$", identity.UserId);
        Assert.Equal(assumed.AssumedRoleUser.AssumedRoleId, identity.UserId);
        Assert.Equal(assumed.AssumedRoleUser.Arn, identity.Arn);
    }

    [Fact]
    public async Task UserId_ServerStartedAgain_IsTheSame()
    {
        await using TestServer first = await TestServer.StartAsync();
        await using TestServer second = await TestServer.StartAsync();
        GetCallerIdentityResponse before = await first.Sdk(Sample.BobKey).GetCallerIdentityAsync(new());
        GetCallerIdentityResponse after = await second.Sdk(Sample.BobKey).GetCallerIdentityAsync(new());

        Assert.Equal(before.UserId, after.UserId);
    }

    [Fact]
    public async Task PresignedUrl_UserKey_GivesTheUser()
    {
        await using TestServer aws = await TestServer.StartAsync();
        Answer answer = await new SignedCall { Time = aws.Now }.GetAsync(aws.Http);

        Assert.Equal(Sample.AliceArn, answer.Find("Arn"));
        Assert.Equal("{https://sts.amazonaws.com/doc/2011-06-15/}GetCallerIdentityResponse", answer.Xml.Name.ToString());
        Assert.Equal(answer.Find("RequestId"), Assert.Single(answer.Response.Headers.GetValues("x-amzn-RequestId")));
    }
}
