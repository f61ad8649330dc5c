using HwToken.Cli.Errors;
using HwToken.Cli.Sessions;
using HwToken.Cli.Tests.Terminal;

namespace HwToken.Cli.Tests.Sessions;

public sealed class ProfileAdviceTests : IDisposable
{
    private const string Old = $"source_profile = keys\nmfa_serial = {TestToken.Alice}\ncredential_process = /opt/hwtoken credential-process work\n";

    private const string OldAdvice =
        "hwtoken: the AWS SDKs for Go and .NET cannot load profile work\n"
        + "hint: in place of its source_profile, mfa_serial, credential_process, write: "
        + $"credential_process = /opt/hwtoken credential-process work --source-profile keys --mfa-serial {TestToken.Alice}\n";

    private readonly TestHost _host = new() { Terminal = new FakeTerminal() };

    public void Dispose() => _host.Dispose();

    /// <param name="keys">Of the profile work.</param>
    /// <param name="sdks">Which ones cannot load it.</param>
    /// <param name="line">What to write instead.</param>
    [Theory]
    [InlineData(
        "source_profile = keys\nmfa_serial = SERIAL\ncredential_process = hwtoken credential-process work --duration 1h",
        "SDKs for Go and .NET",
        "source_profile, mfa_serial, credential_process",
        "hwtoken credential-process work --duration 1h --source-profile keys --mfa-serial SERIAL")]
    [InlineData(
        "source_profile = keys\ncredential_process = \"/opt/hwtoken\" credential-process --source-profile keys --mfa-serial SERIAL",
        "SDKs for Go and .NET",
        "source_profile, credential_process",
        "/opt/hwtoken credential-process --source-profile keys --mfa-serial SERIAL")]
    [InlineData(
        "mfa_serial = SERIAL\ncredential_process = hwtoken credential-process --source-profile keys",
        "SDK for .NET",
        "mfa_serial, credential_process",
        "hwtoken credential-process --source-profile keys --mfa-serial SERIAL")]
    [InlineData(
        "source_profile = keys\nmfa_serial = SERIAL\ncredential_process = hwtoken credential-process other",
        "SDKs for Go and .NET",
        "source_profile, mfa_serial, credential_process",
        "hwtoken credential-process other")]
    [InlineData(
        "credential_process = \"/opt/hwtoken\" credential-process --source-profile \"my keys\" --mfa-serial SERIAL",
        "SDKs for Go",
        "credential_process",
        "/opt/hwtoken credential-process --source-profile \"my keys\" --mfa-serial SERIAL")]
    public void On_ProfileThatSomeSdksCannotLoad_SaysWhichAndWhatToWrite(string keys, string sdks, string replaced, string line)
    {
        TestAws.Configure(_host, $"[profile work]\n{keys}\n");
        Assert.Equal(
            new ProfileAdvice($"the AWS {sdks} cannot load profile work", $"in place of its {replaced}, write: credential_process = {line}"),
            On("work"));

        TestAws.Configure(_host, $"[profile better]\nregion = eu-central-1\ncredential_process = {line}\n");
        Assert.Null(On("better"));
    }

    [Theory]
    [InlineData("source_profile = keys\nmfa_serial = SERIAL")]
    [InlineData("source_profile = keys\nrole_arn = arn:aws:iam::123456789012:role/admin\ncredential_process = hwtoken credential-process work")]
    [InlineData("source_profile = keys\ncredential_process = other work")]
    [InlineData("region = eu-central-1\nduration_seconds = 3600\ncredential_process = hwtoken credential-process --source-profile keys")]
    [InlineData("credential_process = \"/home/John Doe/hwtoken\" credential-process --source-profile keys --mfa-serial SERIAL")]
    public void On_AnyOtherProfile_SaysNothing(string keys)
    {
        TestAws.Configure(_host, $"[profile work]\n{keys}\n");
        Assert.Null(On("work"));
        Assert.Null(On("none"));
    }

    /// <summary>A person reads it once for each command; the programs that run credential-process load the profile.</summary>
    [Fact]
    public async Task Commands_OldForm_SayItOnceAndWorkAllTheSame()
    {
        await using TestAws aws = await TestAws.ForAsync(_host);
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestToken.Attended, TestToken.Alice);
        TestAws.Configure(_host, $"[profile work]\n{Old}");
        _host.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH")!;
        string program = OperatingSystem.IsWindows() ? "cmd" : "sh";

        CliResult login = await _host.RunAsync("login", "work");
        CliResult process = await _host.RunAsync("credential-process", "work");
        CliResult export = await _host.RunAsync("export", "work", "--format", "env");
        CliResult exec = await _host.RunAsync("exec", "work", "--", program);
        CliResult clear = await _host.RunAsync("clear", "work");

        Assert.Equal((ExitStatus.Done, ""), (process.Status, process.Error));
        Assert.Equal((ExitStatus.Done, OldAdvice), (export.Status, export.Error));
        Assert.Equal((ExitStatus.Done, OldAdvice), (exec.Status, exec.Error));
        Assert.Single(_host.Programs.Starts);
        Assert.Equal((ExitStatus.Done, OldAdvice + "hwtoken: 1 session forgotten\n"), (clear.Status, clear.Error));
        Assert.StartsWith(OldAdvice + "hwtoken: the session of work lasts until ", login.Error, StringComparison.Ordinal);
    }

    private ProfileAdvice? On(string profile) => ProfileAdvice.On(profile, _host.CreateHost(Stream.Null));
}
