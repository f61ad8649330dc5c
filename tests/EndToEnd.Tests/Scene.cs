using HwToken.LocalAws;
using HwToken.LocalAws.Configuration;
using HwToken.LocalAws.Records;
using HwToken.TestKit.Desktop;
using HwToken.Virtual;
using HwToken.Virtual.Links;

namespace HwToken.EndToEnd.Tests;

/// <summary>
/// Alice's desk: her token in a serial port, AWS within reach, a profile without keys that asks hwtoken for a session.
/// Token and STS run in this process, so that presses and calls can be counted; the programs are processes of their own.
/// </summary>
internal sealed class Scene : IAsyncDisposable
{
    public const string MfaSerial = "arn:aws:iam::123456789012:mfa/alice";
    public const string Profile = "work";

    /// <summary>A profile that assumes <see cref="Role"/> with what <see cref="Profile"/> gives.</summary>
    public const string RoleProfile = "deploy";

    /// <summary>The profile that has the long-term keys.</summary>
    public const string KeysProfile = "alice-keys";

    public const string Role = "arn:aws:iam::123456789012:role/deploy";

    /// <summary>The program in no quotes: the SDKs for Go take a line that begins with one for the quoted text alone.</summary>
    public static readonly string ProcessLine =
        $"credential_process = {Programs.HwToken} credential-process --source-profile {KeysProfile} --mfa-serial {MfaSerial}";

    // The key of RFC 6238, appendix B, and its base32.
    private static readonly byte[] Key = [.. "12345678901234567890"u8];
    private const string Seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private const string AccessKeyId = "AKIAENDTOENDTESTS234";
    private const string SecretAccessKey = "for-the-end-to-end-tests-and-nothing-else";

    private static readonly Lazy<Task<DeskFlash>> Stored = new(() => DeskFlash.WithAccountsAsync(
        new VirtualTokenOptions { ClockOffset = TimeSpan.Zero }, DateTimeOffset.UtcNow, [MfaSerial], Key));

    private readonly bool _agrees;
    private int _presses;

    private Scene(bool agrees) => _agrees = agrees;

    public Workspace Workspace { get; } = new();

    public LocalAwsServer Aws { get; private set; } = null!;

    public VirtualToken Token { get; private set; } = null!;

    /// <summary>How often the button went down.</summary>
    public int Presses => Volatile.Read(ref _presses);

    public int Sessions => Aws.Requests.Count(r => r.Action == "GetSessionToken" && r.Outcome == RequestRecord.Success);

    /// <param name="agrees">Alice presses the button whenever the token asks.</param>
    public static async Task<Scene> SetAsync(bool agrees = true)
    {
        var scene = new Scene(agrees);
        scene.Aws = await LocalAwsServer.StartAsync(new LocalAwsConfig
        {
            Account = "123456789012",
            Users =
            [
                new UserConfig
                {
                    Name = "alice",
                    AccessKeys = [new AccessKeyConfig { Id = AccessKeyId, Secret = SecretAccessKey }],
                    MfaDevices = [new MfaDeviceConfig { SerialNumber = MfaSerial, Base32Seed = Seed }],
                },
            ],
            Roles = [new RoleConfig { Arn = Role, RequireMfa = true }],
        });
        scene.WriteAwsFiles();
        await scene.PlugInAsync();
        return scene;
    }

    public Running StartHwToken(params string[] arguments) => Running.Start(Workspace, Programs.HwToken, arguments);

    public Task<Result> HwTokenAsync(params string[] arguments) => Running.RunAsync(Workspace, Programs.HwToken, arguments);

    /// <summary>The real AWS CLI, asking whose credentials the profile gives.</summary>
    public Task<Result> WhoAmIAsync(string profile = Profile) => Running.RunAsync(
        Workspace, "/usr/bin/aws", "sts", "get-caller-identity", "--profile", profile,
        "--endpoint-url", Aws.Endpoint.ToString(), "--query", "Arn", "--output", "text");

    public ValueTask UnplugAsync() => Token.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await Token.DisposeAsync();
        await Aws.DisposeAsync();
        Workspace.Dispose();
    }

    private async Task PlugInAsync()
    {
        string state = Workspace.PathOf("token.state");
        (await Stored.Value).SaveTo(state);
        Token = Start(state, _agrees);
        Token.ButtonMoved += down => _ = down ? Interlocked.Increment(ref _presses) : 0;
    }

    private VirtualToken Start(string state, bool agrees)
    {
        var token = VirtualToken.Start(new VirtualTokenOptions
        {
            Link = LinkAddress.Parse(OperatingSystem.IsWindows() ? "tcp:127.0.0.1:0" : Workspace.PathOf("token")),
            StateFile = state,
            ClockOffset = TimeSpan.Zero,
            AgreeAfter = agrees ? VirtualTokenOptions.AutomaticDelay : null,
        });
        Workspace.Environment["HWTOKEN_PORT"] = token.LinkPath;
        return token;
    }

    /// <param name="profile">The keys of <see cref="Profile"/>, a line each; null: as the README has it.</param>
    public void Configure(string? profile = null) => File.WriteAllText(
        Workspace.PathOf(".aws", "config"),
        $"""
        [profile {Profile}]
        region = eu-central-1
        {profile ?? ProcessLine}

        [profile {RoleProfile}]
        region = eu-central-1
        role_arn = {Role}
        source_profile = {Profile}

        """);

    private void WriteAwsFiles()
    {
        Workspace.Environment["AWS_ENDPOINT_URL_STS"] = Aws.Endpoint.ToString();
        // Who finds no credentials in the profile must not look for them on the network.
        Workspace.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        File.WriteAllText(
            Workspace.PathOf(".aws", "credentials"),
            $"""
            [{KeysProfile}]
            aws_access_key_id = {AccessKeyId}
            aws_secret_access_key = {SecretAccessKey}

            """);
        Configure();
    }
}
