using HwToken.LocalAws.Configuration;

namespace HwToken.LocalAws.Tests.Support;

/// <summary>The account that the tests work with. Keys after the examples of AWS's documentation, seeds made up.</summary>
internal static class Sample
{
    internal const string Account = "123456789012";

    internal const string AliceArn = "arn:aws:iam::123456789012:user/alice";
    internal const string AliceDevice = "arn:aws:iam::123456789012:mfa/alice";
    internal const string AliceSeed = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
    internal const string BobDevice = "arn:aws:iam::123456789012:mfa/bob";
    internal const string BobSeed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    internal const string AdminRole = "arn:aws:iam::123456789012:role/admin";
    internal const string AuditRole = "arn:aws:iam::210987654321:role/service-role/audit";
    internal const string GuardedRole = "arn:aws:iam::123456789012:role/guarded";
    internal const string PartnerRole = "arn:aws:iam::123456789012:role/partner";
    internal const string PartnerExternalId = "partner/42";

    internal static readonly AccessKeyConfig AliceKey = new()
    {
        Id = "AKIAIOSFODNN7EXAMPLE",
        Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    };

    internal static readonly AccessKeyConfig BobKey = new()
    {
        Id = "AKIAI44QH8DHBEXAMPLE",
        Secret = "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY",
    };

    internal static readonly AccessKeyConfig RootKey = new()
    {
        Id = "AKIAROOTROOTROOTROOT",
        Secret = "rootrootrootrootrootrootrootrootroot+/00",
    };

    internal static LocalAwsConfig Config => new()
    {
        Account = Account,
        Root = new RootConfig { AccessKeys = [RootKey] },
        Users =
        [
            new UserConfig
            {
                Name = "alice",
                AccessKeys = [AliceKey],
                MfaDevices = [new MfaDeviceConfig { SerialNumber = AliceDevice, Base32Seed = AliceSeed }],
            },
            new UserConfig
            {
                Name = "bob",
                AccessKeys = [BobKey],
                MfaDevices = [new MfaDeviceConfig { SerialNumber = BobDevice, Base32Seed = BobSeed }],
            },
        ],
        Roles =
        [
            new RoleConfig { Arn = AdminRole, MaxSessionDuration = 43200 },
            new RoleConfig { Arn = AuditRole },
            new RoleConfig { Arn = GuardedRole, RequireMfa = true },
            new RoleConfig { Arn = PartnerRole, ExternalId = PartnerExternalId },
        ],
    };
}
