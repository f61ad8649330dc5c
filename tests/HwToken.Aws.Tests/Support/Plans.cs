using HwToken.Aws.Profiles;

namespace HwToken.Aws.Tests.Support;

/// <summary>Plans as the planner makes them, for tests that begin after it.</summary>
internal static class Plans
{
    public static SessionPlan To(string? endpoint, string region = "eu-central-1", string? roleArn = null) => new()
    {
        Name = "prod",
        LongTermKey = new LongTermKey(TestAws.KeyId, TestAws.Secret),
        Key = new SessionKey
        {
            AccessKeyId = TestAws.KeyId,
            MfaSerial = TestAws.Serial,
            RoleArn = roleArn,
            RoleSessionName = roleArn is null ? null : "alice",
            DurationSeconds = 3_600,
            Region = region,
            Endpoint = endpoint,
        },
    };
}
