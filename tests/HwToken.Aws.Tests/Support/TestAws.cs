using System.Text;
using HwToken.Aws.Model;
using HwToken.Aws.Sessions;
using HwToken.Core.Otp;
using HwToken.LocalAws;
using HwToken.LocalAws.Configuration;
using HwToken.LocalAws.Records;

namespace HwToken.Aws.Tests.Support;

/// <summary>STS with one user and her device, and a home folder whose profiles lead there.</summary>
internal sealed class TestAws : IAsyncDisposable
{
    public const string KeyId = "AKIAIOSFODNN7EXAMPLE";
    public const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    public const string Serial = "arn:aws:iam::123456789012:mfa/alice";
    public const string AdminRole = "arn:aws:iam::123456789012:role/admin";
    public const string PartnerRole = "arn:aws:iam::210987654321:role/partner";
    public const string Seed = "12345678901234567890";

    private static readonly byte[] SeedBytes = Encoding.ASCII.GetBytes(Seed);

    private readonly LocalAwsServer _server;
    private readonly TimeProvider _time;

    private TestAws(LocalAwsServer server, TimeProvider time)
    {
        _server = server;
        _time = time;
        Device = new TestDevice(SeedBytes, time);
        Home.Variables["AWS_ENDPOINT_URL_STS"] = server.Endpoint.AbsoluteUri;
        Home.Credentials = $"[me]\naws_access_key_id = {KeyId}\naws_secret_access_key = {Secret}\nmfa_serial = {Serial}\n";
        Home.Config = $"""
            [default]
            source_profile = me
            [profile admin]
            source_profile = me
            role_arn = {AdminRole}
            [profile partner]
            source_profile = me
            role_arn = {PartnerRole}
            external_id = shared-between-us
            """;
    }

    public TestHome Home { get; } = new();

    public TestDevice Device { get; }

    public IReadOnlyList<RequestRecord> Requests => _server.Requests;

    public Uri Endpoint => _server.Endpoint;

    /// <param name="time">A time that stands still by default.</param>
    public static async Task<TestAws> StartAsync(TimeProvider? time = null) => new(await LocalAwsServer.StartAsync(
        new LocalAwsConfig
        {
            Account = "123456789012",
            Users =
            [
                new UserConfig
                {
                    Name = "alice",
                    AccessKeys = [new AccessKeyConfig { Id = KeyId, Secret = Secret }],
                    MfaDevices =
                    [
                        new MfaDeviceConfig { SerialNumber = Serial, Base32Seed = Base32.Encode(SeedBytes, 0, SeedBytes.Length) },
                    ],
                },
            ],
            Roles =
            [
                new RoleConfig { Arn = AdminRole, MaxSessionDuration = 43_200, RequireMfa = true },
                new RoleConfig { Arn = PartnerRole, ExternalId = "shared-between-us" },
            ],
        },
        new LocalAwsOptions { TimeProvider = time ?? ShiftedTime.None }), time ?? ShiftedTime.None);

    /// <summary>A new service each time, as every process has its own.</summary>
    public SessionService Service(
        TimeProvider? time = null, IProgress<SessionProgress>? progress = null, ICodeSource? codes = null) =>
        new(Home.Environment, codes ?? Device, time ?? _time, progress);

    public Task<SessionResult> GetAsync(string profile = "default", TimeProvider? time = null) =>
        Service(time).GetAsync(new SessionRequest { Profile = profile }, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Home.Dispose();
    }
}
