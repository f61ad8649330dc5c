using HwToken.LocalAws.Accounts;
using HwToken.LocalAws.Configuration;
using HwToken.LocalAws.Errors;
using HwToken.LocalAws.Tests.Support;
using HwToken.TestKit.Otp;

namespace HwToken.LocalAws.Tests.Configuration;

public class AccountBuilderTests
{
    private const string NoSeed = "give 1 to 128 bytes; AWS gives 40";

    [Theory]
    [InlineData("arn:aws:iam::123456789012:mfa/carol", "arn:aws:iam::123456789012:user/carol")]
    [InlineData("arn:aws-us-gov:iam::123456789012:mfa/carol", "arn:aws-us-gov:iam::123456789012:user/carol")]
    [InlineData("arn:aws-cn:iam::123456789012:mfa/carol", "arn:aws-cn:iam::123456789012:user/carol")]
    public void Build_PartitionOfADevice_IsThatOfTheUsersToo(string serialNumber, string userArn) =>
        Assert.Equal(userArn, AccountBuilder.Build(With(Carol(serialNumber: serialNumber))).FindKey("AKIACAROLCAROLCAROL0")?.Owner.Arn);

    [Fact]
    public void Build_PartitionOfARole_IsThatOfTheUsersToo()
    {
        LocalAwsConfig config = new()
        {
            Account = Sample.Account,
            Users = [new UserConfig { Name = "carol", AccessKeys = [CarolKey] }],
            Roles = [new RoleConfig { Arn = "arn:aws-cn:iam::123456789012:role/admin" }],
        };
        Account account = AccountBuilder.Build(config);
        Assert.Equal("arn:aws-cn:iam::123456789012:user/carol", account.FindKey(CarolKey.Id)?.Owner.Arn);
        Assert.Equal(
            "arn:aws-cn:sts::123456789012:assumed-role/admin/s",
            account.FindRole("arn:aws-cn:iam::123456789012:role/admin")?.OpenSession("s").Arn);
    }

    // AWS's seeds have 40 bytes; other lengths, and how people type them.
    [Theory]
    [InlineData("ME", "61")]
    [InlineData("jbsw y3dp-ehpk 3pxp", "48 65 6C 6C 6F 21 DE AD BE EF")]
    [InlineData("MFRGGZA=", "61 62 63 64")]
    public void Build_Seed_IsReadAsPeopleWriteIt(string seed, string key)
    {
        User carol = AccountBuilder.Build(With(Carol(seed: seed))).FindUser("arn:aws:iam::123456789012:user/carol")!;
        MfaDevice device = carol.FindDevice("arn:aws:iam::123456789012:mfa/carol")!;
        Assert.True(device.TryUse(ReferenceTotp.Code(Hex.Bytes(key), timeStep: 60_000_000), DateTimeOffset.FromUnixTimeSeconds(1_800_000_000)));
    }

    [Theory]
    [InlineData("12345678901", "no account number", "give 12 digits")]
    [InlineData("", "no account number", "give 12 digits")]
    public void Build_Account_IsChecked(string account, string what, string cure) =>
        Refused(new LocalAwsConfig { Account = account }, "$.account", what, cure);

    [Theory]
    [InlineData("")]
    [InlineData("carol smith")]
    [InlineData("carol/smith")]
    [InlineData("cäröl")]
    [InlineData("a123456789b123456789c123456789d123456789e123456789f123456789g1234")]
    public void Build_UserName_IsChecked(string name) => Refused(
        With(Carol(name: name)), "$.users[2].name", "no user name", "give 1 to 64 of letters, digits and +=,.@_-");

    [Theory]
    [InlineData("")]
    [InlineData("AKIA")]
    [InlineData("akiacarolcarolcarol0")]
    [InlineData("ASIACAROLCAROLCAROL0")]
    public void Build_AccessKeyId_IsChecked(string id) => Refused(
        With(Carol(key: new AccessKeyConfig { Id = id, Secret = "s" })),
        "$.users[2].accessKeys[0].id",
        "no long-term access key id",
        "give AKIA and 16 more upper-case letters and digits");

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("schlüssel")]
    public void Build_Secret_IsChecked(string secret) => Refused(
        With(Carol(key: new AccessKeyConfig { Id = CarolKey.Id, Secret = secret })),
        "$.users[2].accessKeys[0].secret",
        "no secret access key",
        "give 40 characters without blanks");

    [Theory]
    [InlineData("alice")]
    [InlineData("arn:aws:iam::123456789012:user/carol")]
    public void Build_SerialNumber_IsChecked(string serialNumber) => Refused(
        With(Carol(serialNumber: serialNumber)),
        "$.users[2].mfaDevices[0].serialNumber",
        $"no ARN of that kind: '{serialNumber}'",
        "give arn:aws:iam::123456789012:mfa/NAME");

    [Fact]
    public void Build_SerialNumberOfAnotherAccount_IsRefused() => Refused(
        With(Carol(serialNumber: "arn:aws:iam::210987654321:mfa/carol")),
        "$.users[2].mfaDevices[0].serialNumber",
        "an ARN of account 210987654321",
        "devices belong to the account of their users, 123456789012");

    [Fact]
    public void Build_SerialNumberOfAnotherPartition_IsRefused()
    {
        LocalAwsConfig config = With(Carol(serialNumber: "arn:aws-cn:iam::123456789012:mfa/carol"), Sample.Config);
        Refused(
            config,
            "$.users[2].mfaDevices[0].serialNumber",
            "an ARN of partition aws-cn, where others are of aws",
            "put every partition into a configuration, and a server, of its own");
    }

    [Theory]
    [InlineData("JBSW1", "no base32 at character 5 of 5", "copy the seed as it was shown: A to Z and 2 to 7")]
    [InlineData("", "a key of 0 bytes", NoSeed)]
    public void Build_Seed_IsCheckedAndNotTold(string seed, string what, string cure) =>
        Refused(With(Carol(seed: seed)), "$.users[2].mfaDevices[0].base32Seed", what, cure);

    [Fact]
    public void Build_SeedOf129Bytes_IsRefused() => Refused(
        With(Carol(seed: new string('A', 208))), "$.users[2].mfaDevices[0].base32Seed", "a key of 130 bytes", NoSeed);

    [Fact]
    public void Build_NineDevices_AreRefused()
    {
        UserConfig carol = new()
        {
            Name = "carol",
            MfaDevices =
            [
                .. Enumerable.Range(0, 9).Select(i => new MfaDeviceConfig
                {
                    SerialNumber = $"arn:aws:iam::123456789012:mfa/carol{i}",
                    Base32Seed = "JBSWY3DP",
                }),
            ],
        };
        Refused(With(carol), "$.users[2].mfaDevices", "9 devices", "AWS allows 8 for a user");
    }

    [Fact]
    public void Build_AccessKeyIdTwice_IsRefused() => Refused(
        With(Carol(key: Sample.AliceKey)),
        "$.users[2].accessKeys[0].id",
        "'AKIAIOSFODNN7EXAMPLE' is a duplicate",
        "give every one its own");

    [Fact]
    public void Build_SerialNumberTwice_IsRefused() => Refused(
        With(Carol(serialNumber: Sample.AliceDevice)),
        "$.users[2].mfaDevices[0].serialNumber",
        $"'{Sample.AliceDevice}' is a duplicate",
        "give every one its own");

    [Fact]
    public void Build_UserNameTwice_IsRefused() => Refused(
        With(Carol(name: "alice")), "$.users[2].name", "'alice' is a duplicate", "give every one its own");

    [Theory]
    [InlineData(3599)]
    [InlineData(43201)]
    public void Build_MaxSessionDuration_IsChecked(int seconds) => Refused(
        WithRole(new RoleConfig { Arn = Sample.AdminRole, MaxSessionDuration = seconds }),
        "$.roles[0].maxSessionDuration",
        $"{seconds} seconds",
        "give 3600 to 43200");

    [Theory]
    [InlineData("x")]
    [InlineData("two words")]
    public void Build_ExternalId_IsChecked(string externalId) => Refused(
        WithRole(new RoleConfig { Arn = Sample.AdminRole, ExternalId = externalId }),
        "$.roles[0].externalId",
        "no external id",
        "give 2 to 1224 of letters, digits and +=,.@:/_-");

    [Fact]
    public void Build_RoleArn_IsChecked() => Refused(
        WithRole(new RoleConfig { Arn = "admin" }),
        "$.roles[0].arn",
        "no ARN of that kind: 'admin'",
        "give arn:aws:iam::123456789012:role/NAME");

    private static readonly AccessKeyConfig CarolKey = new() { Id = "AKIACAROLCAROLCAROL0", Secret = "secret" };

    private static UserConfig Carol(
        string name = "carol",
        AccessKeyConfig? key = null,
        string serialNumber = "arn:aws:iam::123456789012:mfa/carol",
        string seed = "JBSWY3DPEHPK3PXP") => new()
    {
        Name = name,
        AccessKeys = [key ?? CarolKey],
        MfaDevices = [new MfaDeviceConfig { SerialNumber = serialNumber, Base32Seed = seed }],
    };

    /// <summary>Carol behind alice and bob, whose partition counts unless they have no devices.</summary>
    private static LocalAwsConfig With(UserConfig carol, LocalAwsConfig? roles = null) => new()
    {
        Account = Sample.Account,
        Users =
        [
            roles is null && carol.MfaDevices[0].SerialNumber.StartsWith("arn:aws-", StringComparison.Ordinal)
                ? new UserConfig { Name = "alice" }
                : Sample.Config.Users[0],
            new UserConfig { Name = "bob" },
            carol,
        ],
    };

    private static LocalAwsConfig WithRole(RoleConfig role) => new() { Account = Sample.Account, Roles = [role] };

    private static void Refused(LocalAwsConfig config, string path, string what, string cure)
    {
        var refusal = Assert.Throws<LocalAwsException>(() => AccountBuilder.Build(config));
        Assert.Equal(($"the configuration is wrong at {path}: {what}", cure), (refusal.Message, refusal.Hint));
    }
}
