using HwToken.Aws.Formats;
using HwToken.Aws.Model;

namespace HwToken.Aws.Tests.Formats;

public class SessionVariablesTests
{
    private static readonly SessionCredentials Session = new()
    {
        AccessKeyId = "ASIANEW",
        SecretAccessKey = "new-secret",
        SessionToken = "new-token",
        Expiration = new DateTimeOffset(2026, 7, 1, 14, 30, 5, TimeSpan.FromHours(2)),
        AccountId = "123456789012",
    };

    [Fact]
    public void AddTo_CallersOwn_IsReplacedOrGone()
    {
        var caller = new Dictionary<string, string>
        {
            ["PATH"] = "/bin",
            ["AWS_CONFIG_FILE"] = "/etc/aws",
            ["AWS_PROFILE"] = "prod",
            ["AWS_DEFAULT_PROFILE"] = "prod",
            ["AWS_ACCESS_KEY_ID"] = "old",
            ["AWS_SECRET_ACCESS_KEY"] = "old",
            ["AWS_SESSION_TOKEN"] = "old",
            ["AWS_SECURITY_TOKEN"] = "old",
            ["AWS_CREDENTIAL_EXPIRATION"] = "old",
            ["AWS_CREDENTIAL_FILE"] = "old",
            ["AWS_WEB_IDENTITY_TOKEN_FILE"] = "old",
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = "old",
            ["AWS_DEFAULT_REGION"] = "old",
            ["AWS_ACCOUNT_ID"] = "old",
        };
        var expected = new Dictionary<string, string>
        {
            ["PATH"] = "/bin",
            ["AWS_CONFIG_FILE"] = "/etc/aws",
            ["AWS_ACCESS_KEY_ID"] = "ASIANEW",
            ["AWS_SECRET_ACCESS_KEY"] = "new-secret",
            ["AWS_SESSION_TOKEN"] = "new-token",
            ["AWS_CREDENTIAL_EXPIRATION"] = "2026-07-01T12:30:05Z",
            ["AWS_ACCOUNT_ID"] = "123456789012",
            ["AWS_REGION"] = "eu-west-1",
            ["AWS_DEFAULT_REGION"] = "eu-west-1",
        };
        Assert.Equal(expected, SessionVariables.AddTo(caller, Session, "eu-west-1"));
        Assert.Equal("prod", caller["AWS_PROFILE"]);
    }

    [Fact]
    public void AddTo_NoAccountKnown_TakesTheCallersAway()
    {
        var caller = new Dictionary<string, string> { ["AWS_ACCOUNT_ID"] = "999999999999" };
        SessionCredentials unknown = Session with { AccountId = null };
        Assert.DoesNotContain("AWS_ACCOUNT_ID", SessionVariables.AddTo(caller, unknown, null).Keys);
    }

    [Fact]
    public void AddTo_NoRegionKnown_LeavesTheCallers()
    {
        var caller = new Dictionary<string, string> { ["AWS_REGION"] = "eu-west-1" };
        Assert.Equal("eu-west-1", SessionVariables.AddTo(caller, Session, null)["AWS_REGION"]);
    }
}
