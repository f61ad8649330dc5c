using System.Text.Json;
using HwToken.Cli.Errors;
using HwToken.Cli.Programs;
using HwToken.Cli.Tests.Terminal;
using HwToken.LocalAws.Records;

namespace HwToken.Cli.Tests.Sessions;

/// <summary>The commands that get a session: login, export, exec, credential-process and clear.</summary>
public sealed class SessionCommandTests : IAsyncLifetime, IDisposable
{
    /// <summary>Early in a time step, so that two codes fall into one.</summary>
    private readonly TestHost _host = new(second: 2) { Terminal = new FakeTerminal() };
    private TestAws _aws = null!;
    private TestToken _token = null!;

    private IEnumerable<string?> Actions => _aws.Server.Requests.Select(r => r.Action);

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

    [Fact]
    public async Task CredentialProcess_Twice_IsOnePressAndOneCall()
    {
        string first = await _host.OutputAsync("credential-process", "mfa");
        await _token.DisposeAsync();
        Assert.Equal(first, await _host.OutputAsync("credential-process", "mfa"));
        Assert.Equal(["GetSessionToken"], Actions);

        using JsonDocument json = JsonDocument.Parse(first);
        Assert.Equal(1, json.RootElement.GetProperty("Version").GetInt32());
        Assert.StartsWith("ASIA", json.RootElement.GetProperty("AccessKeyId").GetString(), StringComparison.Ordinal);
        Assert.InRange(
            json.RootElement.GetProperty("Expiration").GetDateTimeOffset() - _host.Desk.Time.GetUtcNow(),
            TimeSpan.FromHours(12) - TimeSpan.FromMinutes(1),
            TimeSpan.FromHours(12));
    }

    /// <summary>As a config file has it for the AWS CLI, which then finds the session that export has fetched.</summary>
    /// <param name="line">What the profile runs.</param>
    /// <param name="arguments">What hwtoken gets when the AWS CLI runs it.</param>
    [Theory]
    [InlineData(
        $"/usr/bin/hwtoken credential-process --source-profile keys --mfa-serial {TestToken.Alice}",
        $"credential-process --source-profile keys --mfa-serial {TestToken.Alice}",
        "eu-north-1")]
    [InlineData(
        $"\"/home/John Doe/hwtoken\" credential-process --region eu-west-3 --mfa-serial={TestToken.Alice} --source-profile=keys",
        $"credential-process --region eu-west-3 --mfa-serial={TestToken.Alice} --source-profile=keys",
        "eu-west-3")]
    [InlineData("hwtoken credential-process mfa", "credential-process mfa", "eu-central-1")]
    public async Task Export_ProfileWithNothingButAProcessLine_IsWhatTheLineSays(string line, string arguments, string region)
    {
        TestAws.Configure(_host, $"[profile work]\nregion = eu-north-1\ncredential_process = {line}\n");

        string mine = await _host.OutputAsync("export", "work", "--format", "env-no-export");
        string theirs = await _host.OutputAsync(arguments.Split(' '));

        Assert.Contains($"AWS_REGION={region}\n", mine, StringComparison.Ordinal);
        Assert.Contains(mine[mine.IndexOf("ASIA", StringComparison.Ordinal)..mine.IndexOf('\n')], theirs, StringComparison.Ordinal);
        Assert.Equal(["GetSessionToken"], Actions);
        Assert.Equal("hwtoken: 1 session forgotten\n", (await _host.RunAsync("clear", "work")).Error);
    }

    [Theory]
    [InlineData("hwtoken credential-process work")]
    [InlineData("hwtoken-other credential-process --source-profile keys")]
    [InlineData("hwtoken credential-process --no-such-option")]
    public async Task Export_ProcessLineThatLeadsNowhere_SaysWhatIsMissing(string line)
    {
        TestAws.Configure(_host, $"[profile work]\ncredential_process = {line}\n");
        await _host.FailsAsync(
            ExitStatus.Failed,
            "hwtoken: profile work has no long-term keys\nhint: add --source-profile, which names the profile that has them, and --mfa-serial to its credential_process",
            "export", "work");
    }

    [Fact]
    public async Task Export_ProfileWithAProcessLineAndACaBundle_TrustsTheBundle()
    {
        TestAws.Configure(
            _host, "[profile work]\nca_bundle = /none.pem\ncredential_process = hwtoken credential-process mfa\n");
        await _host.FailsAsync(
            ExitStatus.Failed,
            """
            hwtoken: no certificates in /none.pem, which ca_bundle of profile work names
            hint: write the path of a PEM file with the authorities to trust in place of the system's
            """,
            "export", "work");
    }

    [Fact]
    public Task Clear_ProfileThatIsNot_SaysSo() => _host.FailsAsync(
        ExitStatus.Failed, "hwtoken: no profile bogus, and no session of it\nhint: hwtoken clear forgets all", "clear", "bogus");

    [Fact]
    public async Task CredentialProcess_AwsProfile_IsTheProfile()
    {
        _host.Environment["AWS_PROFILE"] = "mfa";
        await _host.OutputAsync("credential-process");
        Assert.Equal([TestToken.Alice], _aws.Server.Requests.Select(r => r.MfaSerial));
    }

    [Fact]
    public async Task ExportAndLogin_NoProfile_AreAwsProfiles()
    {
        _host.Environment["AWS_PROFILE"] = "admin";
        Assert.StartsWith("[admin]\n", await _host.OutputAsync("export", "--format", "ini"), StringComparison.Ordinal);
        _host.Environment["AWS_PROFILE"] = "mfa";
        Assert.StartsWith("hwtoken: the session of mfa lasts until ", (await _host.RunAsync("login")).Error, StringComparison.Ordinal);
        Assert.Equal([TestToken.Spare, TestToken.Alice], _aws.Server.Requests.Select(r => r.MfaSerial));
    }

    [Fact]
    public async Task Export_AwsProfileIsAProcessLine_IsWhatTheLineSays()
    {
        TestAws.Configure(
            _host,
            $"[profile work]\ncredential_process = /usr/bin/hwtoken credential-process --source-profile keys --mfa-serial {TestToken.Alice}\n");
        _host.Environment["AWS_PROFILE"] = "work";
        Assert.StartsWith("[work]\n", await _host.OutputAsync("export", "--format", "ini"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_NoProfileAndKeysOnTheLine_HasTheSourcesName()
    {
        _host.Environment["AWS_PROFILE"] = "admin";
        string ini = await _host.OutputAsync("export", "--source-profile", "keys", "--mfa-serial", TestToken.Alice, "--format", "ini");
        Assert.StartsWith("[keys]\n", ini, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("login")]
    [InlineData("exec")]
    public Task NoProfile_NoneIsMeant_SaysHowToNameOne(string command) => _host.FailsAsync(
        ExitStatus.Failed,
        $"""
        hwtoken: there is no profile default
        hint: name another one, or set AWS_PROFILE: profiles are in {_host.Environment["AWS_CONFIG_FILE"]} and {_host.Environment["AWS_SHARED_CREDENTIALS_FILE"]}
        """,
        command);

    [Fact]
    public async Task CredentialProcess_EverythingOnTheLine_NeedsNoProfile()
    {
        string json = await _host.OutputAsync(
            "credential-process", "--source-profile", "keys", "--mfa-serial", TestToken.Spare, "--role-arn", TestAws.Role,
            "--duration", "12h", "--region", "eu-west-1");
        Assert.Equal(["AssumeRole"], Actions);
        using JsonDocument document = JsonDocument.Parse(json);
        Assert.InRange(
            document.RootElement.GetProperty("Expiration").GetDateTimeOffset() - _host.Desk.Time.GetUtcNow(),
            TimeSpan.FromHours(12) - TimeSpan.FromMinutes(1),
            TimeSpan.FromHours(12));
    }

    [Fact]
    public async Task CredentialProcess_EndpointUrl_IsAskedInsteadOfTheEnvironments()
    {
        string endpoint = _host.Environment["AWS_ENDPOINT_URL_STS"];
        _host.Environment["AWS_ENDPOINT_URL_STS"] = "http://127.0.0.1:9";
        await _host.OutputAsync("credential-process", "mfa", "--endpoint-url", endpoint);
        Assert.Equal(["GetSessionToken"], Actions);
    }

    [Fact]
    public async Task CredentialProcess_NoTerminal_NotifiesTheDesktop()
    {
        _host.Terminal = null;
        CliResult result = await _host.RunAsync("credential-process", "mfa");
        Assert.Equal("hwtoken: press the button on the token (30 s): aws: mfa\n", result.Error);
        Assert.Equal(["press the button on the token: aws: mfa"], _host.Notifier.Notifications);
    }

    [Fact]
    public async Task CredentialProcess_NoTerminalAndTheCodeIsSpent_NotifiesOfEachWait()
    {
        await _host.OutputAsync("export", "mfa");
        _host.Terminal = null;
        await _host.RunAsync("credential-process", "mfa", "--duration", "1h");
        Assert.Equal(
            ["press the button on the token: aws: mfa", "agreed; waiting for the next code: aws: mfa"],
            _host.Notifier.Notifications);
    }

    [Fact]
    public async Task CredentialProcess_CodeUsedByAnotherUserOfTheToken_AsksOnceMoreAndSaysWhy()
    {
        await _host.OutputAsync("export", "mfa");
        _host.Environment["HWTOKEN_CACHE_DIR"] = Path.Combine(_host.Folder, "others-cache");
        _host.Terminal = null;
        CliResult result = await _host.RunAsync("credential-process", "mfa");
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.Matches(
            """
            ^hwtoken: press the button on the token \(30 s\): aws: mfa
            hwtoken: AWS refused the code, maybe as used: press again for the next one \(30 s\): aws again: mfa
            hwtoken: agreed; waiting for the next code \([0-9]+ s\): aws again: mfa
            $
            """,
            result.Error);
        Assert.Equal(
            [
                "press the button on the token: aws: mfa",
                "AWS refused the code, maybe as used: press again for the next one: aws again: mfa",
                "agreed; waiting for the next code: aws again: mfa",
            ],
            _host.Notifier.Notifications);
        Assert.Equal(["Success", "AccessDenied", "Success"], _aws.Server.Requests.Select(r => r.Outcome));
    }

    [Fact]
    public async Task CredentialProcess_Debug_TracesNoSecret()
    {
        CliResult result = await _host.RunAsync("credential-process", "mfa", "--debug");
        using JsonDocument json = JsonDocument.Parse(result.Output);
        Assert.Contains("session from Sts", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(json.RootElement.GetProperty("SecretAccessKey").GetString()!, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(json.RootElement.GetProperty("SessionToken").GetString()!, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(TestAws.SecretAccessKey, result.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b\d{6}\b", result.Error);
    }

    [Theory]
    [InlineData("env", "export AWS_ACCESS_KEY_ID=ASIA")]
    [InlineData("env-no-export", "AWS_ACCESS_KEY_ID=ASIA")]
    [InlineData("fish", "set -gx AWS_ACCESS_KEY_ID ASIA")]
    [InlineData("powershell", "$Env:AWS_ACCESS_KEY_ID=\"ASIA")]
    [InlineData("windows-cmd", "set AWS_ACCESS_KEY_ID=ASIA")]
    [InlineData("ini", "[mfa]\naws_access_key_id = ASIA")]
    [InlineData("process", "{\n  \"Version\": 1,\n  \"AccessKeyId\": \"ASIA")]
    [InlineData("json", "{\n  \"Version\": 1,\n  \"AccessKeyId\": \"ASIA")]
    public async Task Export_Format_IsTheOneAskedFor(string format, string beginning) =>
        Assert.StartsWith(beginning, await _host.OutputAsync("export", "mfa", "--format", format), StringComparison.Ordinal);

    [Fact]
    public Task Export_UnknownFormat_NamesThem() => _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: unknown format 'yaml'
        hint: write one of process, json, env, env-no-export, powershell, windows-cmd, fish, ini
        """,
        "export", "mfa", "--format", "yaml");

    // AWS would refuse the same code a second time.
    [Fact]
    public async Task Login_CachedSession_FetchesAnotherWithTheNextCode()
    {
        await _host.OutputAsync("credential-process", "mfa");
        CliResult login = await _host.RunAsync("login", "mfa");
        Assert.Matches(@"^hwtoken: the session of mfa lasts until \S+ \S+ UTC \(1(1h59m|2h) from now\)\n$", login.Error);
        Assert.Equal((ExitStatus.Done, ""), (login.Status, login.Output));
        Assert.Equal(["GetSessionToken", "GetSessionToken"], Actions);
        Assert.All(_aws.Server.Requests, r => Assert.Equal(RequestRecord.Success, r.Outcome));
        Assert.Contains("the present code is used up: the next one is asked for", _host.Terminal!.Written, StringComparison.Ordinal);
        Assert.Contains("agreed; waiting for the next code (", _host.Terminal.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Login_Json_ShowsNothingSecret()
    {
        using JsonDocument json = JsonDocument.Parse(await _host.OutputAsync("login", "admin", "--json", "--duration", "1h"));
        Assert.Equal(
            ["profile", "accessKeyId", "accountId", "expiration"], json.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal("123456789012", json.RootElement.GetProperty("accountId").GetString());
    }

    [Fact]
    public async Task Exec_Program_GetsTheSessionAndNoOtherCredentials()
    {
        _host.Environment["AWS_PROFILE"] = "keys";
        _host.Environment["AWS_SECURITY_TOKEN"] = "old";
        _host.Environment["PATH"] = System.Environment.GetEnvironmentVariable("PATH")!;
        _host.Programs.ExitStatus = 42;
        string program = OperatingSystem.IsWindows() ? "cmd" : "sh";
        CliResult result = await _host.RunAsync("exec", "mfa", "--duration", "1h", "--json", "--", program, "-c", "--json", "x");

        Assert.Equal(42, (int)result.Status);
        ProgramStart start = Assert.Single(_host.Programs.Starts);
        Assert.Equal(program, start.FileName);
        Assert.Equal(["-c", "--json", "x"], start.Arguments);
        Assert.StartsWith("ASIA", start.Environment["AWS_ACCESS_KEY_ID"], StringComparison.Ordinal);
        Assert.Equal("eu-central-1", start.Environment["AWS_REGION"]);
        Assert.Equal(_host.Environment["PATH"], start.Environment["PATH"]);
        Assert.DoesNotContain("AWS_PROFILE", start.Environment.Keys);
        Assert.DoesNotContain("AWS_SECURITY_TOKEN", start.Environment.Keys);
    }

    [Fact]
    public async Task Exec_NoSuchProgram_Is127WithoutAPress()
    {
        await _host.FailsAsync(
            ExitStatus.CommandNotFound,
            """
            hwtoken: command not found: hwtoken-no-such-program
            hint: check its spelling and PATH, or give its path
            """,
            "exec", "mfa", "--", "hwtoken-no-such-program");
        Assert.Empty(_aws.Server.Requests);
    }

    [Fact]
    public async Task Exec_ArgumentThatNobodyKnows_IsRefusedWithoutASession()
    {
        if (OperatingSystem.IsWindows())
        {
            return; // Arguments are UTF-16 there, and none is lost.
        }

        await _host.FailsAsync(
            ExitStatus.BadUsage,
            """
            hwtoken: argument 1 of /bin/sh is not UTF-8 text: �
            hint: write a script that has this argument, and run that
            """,
            "exec", "mfa", "--", "/bin/sh", "\uFFFD");
        Assert.Empty(_aws.Server.Requests);
    }

    [Fact]
    public Task Exec_OptionsWithoutDashes_AreNotTakenForTheCommands() => _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: unknown option '--prot'
        hint: put -- in front of the command, so that its options are its own
        """,
        "exec", "mfa", "sh", "--prot", "x");

    [Fact]
    public async Task Clear_Profile_ForgetsItsSessionAlone()
    {
        await _host.OutputAsync("credential-process", "mfa");
        await _host.OutputAsync("credential-process", "admin");
        CliResult cleared = await _host.RunAsync("clear", "mfa");
        Assert.Equal("hwtoken: 1 session forgotten\n", cleared.Error);

        await _token.DisposeAsync();
        await _host.OutputAsync("credential-process", "admin");
        Assert.Equal(ExitStatus.NoToken, (await _host.RunAsync("credential-process", "mfa")).Status);
    }

    [Fact]
    public async Task Clear_All_CountsThem()
    {
        await _host.OutputAsync("credential-process", "mfa");
        await _host.OutputAsync("credential-process", "admin");
        Assert.Equal("{\n  \"forgotten\": 2\n}\n", await _host.OutputAsync("clear", "--json"));
        Assert.Equal("hwtoken: 0 sessions forgotten\n", (await _host.RunAsync("clear")).Error);
    }
}
