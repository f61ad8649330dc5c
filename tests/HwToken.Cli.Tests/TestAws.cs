using HwToken.LocalAws;
using HwToken.LocalAws.Configuration;

namespace HwToken.Cli.Tests;

/// <summary>STS on loopback, and the AWS files of somebody who uses it.</summary>
internal sealed class TestAws : IAsyncDisposable
{
    public const string AccessKeyId = "AKIAIOSFODNN7EXAMPLE";
    public const string SecretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    public const string Role = "arn:aws:iam::123456789012:role/admin";

    private const string Config =
        $"""
        [profile mfa]
        source_profile = keys
        mfa_serial = {TestToken.Alice}
        region = eu-central-1

        [profile admin]
        source_profile = keys
        mfa_serial = {TestToken.Spare}
        role_arn = {Role}
        region = eu-central-1

        [profile no-keys]
        mfa_serial = {TestToken.Alice}

        [profile process]
        credential_process = hwtoken credential-process mfa

        [profile both]
        credential_process = hwtoken credential-process mfa
        aws_access_key_id = {AccessKeyId}
        aws_secret_access_key = {SecretAccessKey}
        mfa_serial = {TestToken.Alice}

        [profile long]
        source_profile = keys
        mfa_serial = {TestToken.Alice}
        duration_seconds = 200000
        """;

    private const string Credentials =
        $"""
        [keys]
        aws_access_key_id = {AccessKeyId}
        aws_secret_access_key = {SecretAccessKey}
        """;

    private TestAws(LocalAwsServer server) => Server = server;

    public LocalAwsServer Server { get; }

    /// <param name="base32Seed">The MFA device's, in the place of the one on a <see cref="TestToken"/>.</param>
    public static async Task<TestAws> ForAsync(TestHost host, string base32Seed = TestToken.Base32Key)
    {
        LocalAwsServer server = await LocalAwsServer.StartAsync(new LocalAwsConfig
        {
            Account = "123456789012",
            Users =
            [
                new UserConfig
                {
                    Name = "alice",
                    AccessKeys = [new AccessKeyConfig { Id = AccessKeyId, Secret = SecretAccessKey }],
                    MfaDevices =
                    [
                        new MfaDeviceConfig { SerialNumber = TestToken.Alice, Base32Seed = base32Seed },
                        new MfaDeviceConfig { SerialNumber = TestToken.Spare, Base32Seed = base32Seed },
                        new MfaDeviceConfig { SerialNumber = TestToken.LongSerial, Base32Seed = base32Seed },
                    ],
                },
            ],
            Roles = [new RoleConfig { Arn = Role, MaxSessionDuration = 43200 }],
        }, new LocalAwsOptions { TimeProvider = host.Desk.Time });
        WriteFiles(host);
        host.Environment["AWS_ENDPOINT_URL_STS"] = server.Endpoint.ToString();
        return new TestAws(server);
    }

    public static void WriteFiles(TestHost host)
    {
        File.WriteAllText(host.Environment["AWS_CONFIG_FILE"], Config);
        File.WriteAllText(host.Environment["AWS_SHARED_CREDENTIALS_FILE"], Credentials);
    }

    /// <summary>Adds profiles to the config file.</summary>
    public static void Configure(TestHost host, string profiles) =>
        File.AppendAllText(host.Environment["AWS_CONFIG_FILE"], "\n" + profiles);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
