using System.Text.RegularExpressions;
using HwToken.LocalAws;
using HwToken.LocalAws.Configuration;

namespace HwToken.EndToEnd.Tests;

/// <summary>
/// Alice's desk with Windows on it: hwtoken and the virtual token built for it, in a Windows of their own. AWS is in this
/// process.
/// </summary>
public sealed class WineDesk : IAsyncLifetime, IDisposable
{
    // The key of RFC 6238, appendix B.
    private const string Seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    private readonly Workspace _workspace = new();
    private LocalAwsServer _aws = null!;
    private Running? _token;

    internal IReadOnlyList<LocalAws.Records.RequestRecord> Requests => _aws.Requests;

    internal Running StartHwToken(params string[] arguments) => Start("cli", "hwtoken.exe", arguments);

    internal async Task<Result> HwTokenAsync(params string[] arguments)
    {
        using Running running = StartHwToken(arguments);
        running.Input.Close();
        return await running.EndAsync();
    }

    public async Task InitializeAsync()
    {
        if (NeedsWineAttribute.Reason is not null)
        {
            return; // Every test of it is skipped.
        }

        Dictionary<string, string> environment = _workspace.Environment;
        environment["WINEPREFIX"] = _workspace.PathOf("wine");
        environment["WINEDEBUG"] = "-all";
        // No menus for its programs.
        environment["WINEDLLOVERRIDES"] = "winemenubuilder.exe=d";
        Task<Result> windows = Running.RunAsync(_workspace, "wine", "wineboot", "--init");
        await PublishAsync("host/HwToken.Cli", "cli");
        await PublishAsync("firmware/HwToken.Virtual", "virtual");
        Assert.Equal(0, (await windows).Status);

        _aws = await LocalAwsServer.StartAsync(new LocalAwsConfig
        {
            Account = "123456789012",
            Users =
            [
                new UserConfig
                {
                    Name = "alice",
                    AccessKeys = [new AccessKeyConfig { Id = "AKIAENDTOENDTESTS234", Secret = "for-the-end-to-end-tests-and-nothing-else" }],
                    MfaDevices = [new MfaDeviceConfig { SerialNumber = Scene.MfaSerial, Base32Seed = Seed }],
                },
            ],
        });
        environment["AWS_ENDPOINT_URL_STS"] = _aws.Endpoint.ToString();
        environment["AWS_CONFIG_FILE"] = WindowsPath(_workspace.PathOf(".aws", "config"));
        environment["AWS_SHARED_CREDENTIALS_FILE"] = WindowsPath(_workspace.PathOf(".aws", "credentials"));
        await File.WriteAllTextAsync(
            _workspace.PathOf(".aws", "config"),
            $"[profile {Scene.Profile}]\r\nregion = eu-central-1\r\nsource_profile = keys\r\nmfa_serial = {Scene.MfaSerial}\r\n");
        await File.WriteAllTextAsync(
            _workspace.PathOf(".aws", "credentials"),
            "[keys]\r\naws_access_key_id = AKIAENDTOENDTESTS234\r\naws_secret_access_key = for-the-end-to-end-tests-and-nothing-else\r\n");

        _token = Start(
            "virtual", "hwtoken-virtual.exe",
            "--link", "tcp:127.0.0.1:0", "--state", WindowsPath(_workspace.PathOf("token.state")),
            "--clock-offset", "0", "--button", "auto", "--screen", "none");
        await _token.SeesOutputAsync("\n");
        environment["HWTOKEN_PORT"] = Regex.Match(_token.Output, @"tcp:\S+").Value;
        foreach (string account in new[] { Scene.MfaSerial, "github:alice" })
        {
            using Running adding = StartHwToken("accounts", "add", account, "--secret-stdin");
            await adding.Input.WriteAsync(Seed);
            adding.Input.Close();
            Result added = await adding.EndAsync();
            Assert.True(added.Status == 0, added.Error);
        }
    }

    public async Task DisposeAsync()
    {
        if (_token is not null)
        {
            _token.Dispose();
            _token = null;
            await Running.RunAsync(_workspace, "wineserver", "--kill");
            await _aws.DisposeAsync();
        }
    }

    public void Dispose()
    {
        _token?.Dispose();
        _workspace.Dispose();
    }

    /// <summary>Wine's drive Z is the root.</summary>
    private static string WindowsPath(string path) => "Z:" + path.Replace('/', '\\');

    private Running Start(string folder, string program, params string[] arguments) =>
        Running.Start(_workspace, "wine", [_workspace.PathOf(folder, program), .. arguments]);

    /// <summary>With its intermediate files elsewhere, so that nothing of the developer's own build changes.</summary>
    private async Task PublishAsync(string project, string folder)
    {
        Result result = await Running.BuildAsync(
            "publish", project, "-c", "Release", "-r", "win-x64", "--self-contained", "-p:PublishAot=false",
            "--artifacts-path", _workspace.PathOf("build"), "-o", _workspace.PathOf(folder));
        Assert.True(result.Status == 0, result.Output + result.Error);
    }
}
