using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;
using HwToken.Virtual;

namespace HwToken.Cli.Tests.Errors;

/// <summary>What goes wrong between the user's AWS files, STS and this computer's disk.</summary>
public sealed class AwsFailureTests : IDisposable
{
    private readonly TestHost _host = new() { Terminal = new FakeTerminal() };

    public AwsFailureTests() => TestAws.WriteFiles(_host);

    public void Dispose() => _host.Dispose();

    [Fact]
    public Task Profile_Missing_OffersNearOnes() => _host.FailsAsync(
        ExitStatus.Failed,
        """
        hwtoken: there is no profile admn
        hint: did you mean admin?
        """,
        "credential-process", "admn");

    [Fact]
    public Task Profile_WithoutKeys_SaysWhereTheyBelong() => _host.FailsAsync(
        ExitStatus.Failed,
        """
        hwtoken: profile no-keys has no long-term keys
        hint: aws configure writes both; source_profile names the profile that has them
        """,
        "credential-process", "no-keys");

    /// <summary>As <c>aws configure sso</c> and <c>aws login</c> write them.</summary>
    [Theory]
    [InlineData("sso_session = corp\nsso_account_id = 123456789012\nsso_role_name = Admin", "through IAM Identity Center", "aws sso login")]
    [InlineData("sso_start_url = https://corp.awsapps.com/start\nsso_region = eu-central-1", "through IAM Identity Center", "aws sso login")]
    [InlineData("login_session = arn:aws:iam::123456789012:user/alice", "with 'aws login'", "aws login")]
    public async Task Profile_OfTheBrowser_SaysWhatItIsAndWhatWorks(string keys, string how, string command)
    {
        TestAws.Configure(_host, $"[profile web]\n{keys}\n[profile on-web]\nsource_profile = web\nmfa_serial = {TestToken.Alice}\n");
        foreach (string profile in new[] { "web", "on-web" })
        {
            await _host.FailsAsync(
                ExitStatus.Failed,
                $"""
                hwtoken: profile web signs in {how}, without long-term keys
                hint: use it without hwtoken: {command} --profile web; hwtoken needs the keys of an IAM user
                """,
                "credential-process", profile);
        }
    }

    [Fact]
    public Task Profile_KeysBesideItsProcess_IsRefused() => _host.FailsAsync(
        ExitStatus.Failed,
        $"""
        hwtoken: profile both has keys besides its credential_process, and the AWS CLI takes the keys
        hint: in {_host.Environment["AWS_CONFIG_FILE"]}, move the keys to a profile of their own, and name it with --source-profile in the credential_process
        """,
        "credential-process", "both");

    [Theory]
    [InlineData("37h", 133200)]
    [InlineData("5m", 300)]
    public Task Duration_OutOfRange_IsBadUsage(string duration, int seconds) => _host.FailsAsync(
        ExitStatus.BadUsage,
        $"""
        hwtoken: the duration of {seconds} s is not one that STS grants
        hint: a user's session lasts 900 to 129600 s (15 minutes to 36 hours)
        """,
        "login", "mfa", "--duration", duration);

    [Fact]
    public Task Duration_OfTheProfileOutOfRange_IsTheFilesFault() => _host.FailsAsync(
        ExitStatus.Failed,
        """
        hwtoken: duration_seconds of 200000 s is not one that STS grants
        hint: a user's session lasts 900 to 129600 s (15 minutes to 36 hours)
        """,
        "login", "long");

    [Fact]
    public async Task NoToken_SessionWanted_Is3()
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await _host.FailsAsync(
            ExitStatus.NoToken,
            """
            hwtoken: no token found
            hint: plug the token in, or name its port with --port or HWTOKEN_PORT
            """,
            "credential-process", "mfa");
        Assert.Empty(aws.Server.Requests);
    }

    [Fact]
    public async Task Account_NotOnTheToken_NamesTheSerial()
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await using TestToken token = await TestToken.PluggedIntoAsync(
            _host,
            TestToken.Attended,
            "arn:aws:iam::123456789012:mfa/alicia");
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            $"""
            hwtoken: the token has no account {TestToken.Alice}
            hint: did you mean arn:aws:iam::123456789012:mfa/alicia?
            """,
            "credential-process", "mfa");
    }

    [Fact]
    public async Task Account_CalledAsTheQrCodeHasIt_SaysHowToRenameIt()
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await using TestToken token = await TestToken.PluggedIntoAsync(
            _host, TestToken.Attended, "Amazon Web Services:alice@123456789012");
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            $"""
            hwtoken: the token has no account {TestToken.Alice}
            hint: did you mean Amazon Web Services:alice@123456789012? AWS commands find it after: hwtoken accounts rename "Amazon Web Services:alice@123456789012" {TestToken.Alice}
            """,
            "export", "mfa");
        await _host.RunAsync("accounts", "rename", "Amazon Web Services:alice@123456789012", TestToken.Alice);
        await _host.OutputAsync("export", "mfa");
    }

    [Fact]
    public async Task Sts_Unreachable_AsksForNoPress()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        TestAws gone = await TestAws.ForAsync(_host);
        string host = gone.Server.Endpoint.Authority;
        await gone.DisposeAsync();
        await _host.FailsAsync(
            ExitStatus.Failed,
            $"""
            hwtoken: cannot connect to {host}
            hint: check the network, the region and the endpoint; no MFA code was used
            """,
            "credential-process", "mfa");
        Assert.DoesNotContain("press", _host.Terminal!.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_OfAnotherKey_IsTriedTwiceAndIs5()
    {
        await using TestAws aws = await TestAws.ForAsync(_host, base32Seed: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        await _host.FailsAsync(
            ExitStatus.AwsRefused,
            $"""
            hwtoken: AWS refused two MFA codes in a row, so the first was not just used by another program
            hint: compare the token's clock with: hwtoken clock; if it is right, the token has another key than AWS for {TestToken.Alice}; both codes count as used
            """,
            "credential-process", "mfa");
        Assert.Contains("AWS refused the code, maybe as used: press again for the next one (30 s)", _host.Terminal!.Written, StringComparison.Ordinal);
        Assert.Equal(2, aws.Server.Requests.Count);
    }

    [Fact]
    public async Task Code_OfAClockThatIsOff_Is5AndSaysByHowMuch()
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await using TestToken token = await TestToken.PluggedIntoAsync(
            _host, new VirtualTokenOptions { AgreeAfter = TimeSpan.Zero, ClockOffset = TimeSpan.FromMinutes(10) });
        CliResult result = await _host.RunAsync("credential-process", "mfa");
        Assert.Equal(ExitStatus.AwsRefused, result.Status);
        Assert.Matches(
            "^hwtoken: AWS refused the MFA code\nhint: the token's clock and this computer's differ by about [0-9]+ s: hwtoken clock compares the two; the MFA code counts as used\n$",
            result.Error);
    }

    [Fact]
    public async Task SecretKey_Wrong_Is5AndIsNotShown()
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        File.WriteAllText(
            _host.Environment["AWS_SHARED_CREDENTIALS_FILE"],
            $"[keys]\naws_access_key_id = {TestAws.AccessKeyId}\naws_secret_access_key = notTheSecretThatBelongsToIt\n");
        await _host.FailsAsync(
            ExitStatus.AwsRefused,
            $"""
            hwtoken: the aws_secret_access_key does not belong to access key {TestAws.AccessKeyId}
            hint: write both again with aws configure; the MFA code counts as used
            """,
            "credential-process", "mfa");
    }

    [Fact]
    public async Task Cache_CannotBeWritten_HandsOutTheSessionAndSaysSo()
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await using TestToken token = await TestToken.PluggedIntoAsync(_host);
        string file = Path.Combine(_host.Folder, "file");
        File.WriteAllText(file, "");
        _host.Environment["HWTOKEN_CACHE_DIR"] = Path.Combine(file, "cache");
        CliResult result = await _host.RunAsync("credential-process", "mfa");
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.Contains("\"AccessKeyId\": \"ASIA", result.Output, StringComparison.Ordinal);
        Assert.Contains("hwtoken: the session is not kept: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("\nhint: the next call asks for a press; make room in ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stdout_DiskFull_Fails()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        _host.OpenOutput = () => new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
        CliResult result = await _host.RunAsync("completion", "bash");
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.Matches("^hwtoken: cannot write to stdout: no space left on device[^\n]*\nhint: make room where it goes, or send it somewhere else, then try again\n$", result.Error);
    }

    [Fact]
    public async Task CtrlC_WhileItWaits_IsNobodysFailure()
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Unattended);
        Task<CliResult> run = _host.RunAsync("credential-process", "mfa");
        await _host.Terminal!.SeesAsync("press the button on the token");
        _host.Interruption.Raise(ExitStatus.Interrupted);
        CliResult result = await run;
        Assert.Equal(ExitStatus.Interrupted, result.Status);
        Assert.Equal("hwtoken: cancelled\n", result.Error);
        Assert.Equal("", result.Output);
        Assert.Empty(aws.Server.Requests);
    }

    [Fact]
    public async Task ConfigFile_Unreadable_NamesTheLineAndNotWhatIsInIt()
    {
        File.WriteAllText(_host.Environment["AWS_SHARED_CREDENTIALS_FILE"], "[keys]\nwJalrXUtnFEMI\n");
        await _host.FailsAsync(
            ExitStatus.Failed,
            $"""
            hwtoken: line 2 of {_host.Environment["AWS_SHARED_CREDENTIALS_FILE"]} is neither a section nor a key nor a comment
            hint: write [name], key = value, or # in front of a comment on a line of its own
            """,
            "credential-process", "mfa");
    }
}
