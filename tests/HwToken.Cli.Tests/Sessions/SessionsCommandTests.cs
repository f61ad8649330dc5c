using System.Text.Json;
using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;

namespace HwToken.Cli.Tests.Sessions;

public sealed class SessionsCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TestHost _host = new() { Terminal = new FakeTerminal() };
    private TestAws _aws = null!;
    private TestToken _token = null!;

    public async Task InitializeAsync()
    {
        _aws = await TestAws.ForAsync(_host);
        _token = await TestToken.PluggedIntoAsync(_host, TestToken.Attended, TestToken.Alice, TestToken.Spare);
    }

    public async Task DisposeAsync()
    {
        await _token.DisposeAsync();
        await _aws.DisposeAsync();
    }

    public void Dispose() => _host.Dispose();

    /// <summary>Two profiles stand for one session; a role has one of its own.</summary>
    [Fact]
    public async Task Kept_Pipe_AreLinesOfFourColumns()
    {
        TestAws.Configure(
            _host,
            $"""
            [profile work]
            credential_process = /usr/bin/hwtoken credential-process --source-profile keys --mfa-serial {TestToken.Alice} --region eu-central-1
            [profile admin]
            role_session_name = alice@desk

            """);
        await _host.OutputAsync("export", "mfa");
        await _host.OutputAsync("export", "admin");
        await _token.DisposeAsync();
        string[] lines = (await _host.OutputAsync("sessions")).Split('\n');
        Assert.Matches(
            @"^admin\tarn:aws:sts::123456789012:assumed-role/admin/alice@desk\t(59m|1h)\t\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", lines[0]);
        Assert.Matches($@"^mfa, process, work\t{TestToken.Alice}\t(11h59m|12h)\t\S+Z$", lines[1]);
        Assert.Equal(["", lines[1], lines[0]], lines.Reverse());
    }

    [Fact]
    public async Task Kept_Terminal_IsATable()
    {
        _host.IsOutputTerminal = true;
        await _host.RunAsync("login", "mfa");
        Assert.Matches(@"PROFILE +IDENTITY +TIME LEFT +UNTIL", await _host.OutputAsync("sessions"));
    }

    [Fact]
    public async Task Kept_Json_HasNoSecret()
    {
        using JsonDocument secrets = JsonDocument.Parse(await _host.OutputAsync("credential-process", "admin"));
        string text = await _host.OutputAsync("sessions", "--json");
        using JsonDocument json = JsonDocument.Parse(text);
        JsonElement session = Assert.Single(json.RootElement.EnumerateArray());
        Assert.Equal(
            ["profiles", "identity", "mfaSerial", "roleArn", "accountId", "accessKeyId", "region", "endpointUrl", "secondsLeft", "expiration"],
            session.EnumerateObject().Select(p => p.Name));
        Assert.Equal(TestAws.Role, session.GetProperty("roleArn").GetString());
        Assert.InRange(session.GetProperty("secondsLeft").GetInt64(), 3500, 3600);
        Assert.DoesNotContain(secrets.RootElement.GetProperty("SecretAccessKey").GetString()!, text, StringComparison.Ordinal);
        Assert.DoesNotContain(secrets.RootElement.GetProperty("SessionToken").GetString()!, text, StringComparison.Ordinal);
    }

    /// <summary>What was fetched for other options than a profile's is called what it was fetched for.</summary>
    [Fact]
    public async Task Kept_NoProfileAsksForIt_HasTheNameThatDid()
    {
        await _host.OutputAsync("export", "mfa", "--duration", "1h");
        Assert.StartsWith("mfa\t", await _host.OutputAsync("sessions"), StringComparison.Ordinal);
        File.Delete(_host.Environment["AWS_CONFIG_FILE"]);
        Assert.StartsWith("mfa\t", await _host.OutputAsync("sessions"), StringComparison.Ordinal);
        File.WriteAllText(_host.Environment["AWS_CONFIG_FILE"], "no section");
        Assert.StartsWith("mfa\t", await _host.OutputAsync("sessions"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ended_IsLeftOut()
    {
        await _host.OutputAsync("export", "mfa");
        await _token.DisposeAsync();
        _host.Desk.Advance(TimeSpan.FromHours(13));
        Assert.Equal(
            new CliResult(ExitStatus.Done, "", "hwtoken: no session is kept: 'hwtoken login' fetches one\n"), await _host.RunAsync("sessions"));
        Assert.Equal("[]\n", await _host.OutputAsync("sessions", "--json"));
    }
}
