using HwToken.Cli.Errors;
using HwToken.Cli.Programs;
using HwToken.Cli.Tests.Terminal;

namespace HwToken.Cli.Tests.Sessions;

/// <summary>Which profile, which program, and what it is told.</summary>
public sealed class ExecCommandTests : IAsyncLifetime, IDisposable
{
    private static readonly string Program = OperatingSystem.IsWindows() ? "cmd" : "sh";

    private readonly TestHost _host = new() { Terminal = new FakeTerminal() };
    private TestAws _aws = null!;
    private TestToken _token = null!;

    public async Task InitializeAsync()
    {
        _host.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH")!;
        _aws = await TestAws.ForAsync(_host);
        _token = await TestToken.PluggedIntoAsync(_host, TestToken.Attended, TestToken.Alice, TestToken.Spare);
    }

    public async Task DisposeAsync()
    {
        await _token.DisposeAsync();
        await _aws.DisposeAsync();
    }

    public void Dispose() => _host.Dispose();

    private async Task<ProgramStart> StartOfAsync(params string[] arguments)
    {
        CliResult result = await _host.RunAsync(arguments);
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Output));
        return Assert.Single(_host.Programs.Starts);
    }

    [Theory]
    [InlineData("exec", "--", "PROGRAM", "hi")]
    [InlineData("exec", "--region", "eu-central-1", "--", "PROGRAM", "hi")]
    [InlineData("exec", "--duration=1h", "--", "PROGRAM", "hi")]
    public async Task NoProfile_IsAwsProfileAndTheCommandIsWhole(params string[] line)
    {
        _host.Environment["AWS_PROFILE"] = "mfa";
        ProgramStart start = await StartOfAsync([.. line.Select(word => word == "PROGRAM" ? Program : word)]);
        Assert.Equal(Program, start.FileName);
        Assert.Equal(["hi"], start.Arguments);
        Assert.Equal("mfa", start.Environment["HWTOKEN_PROFILE"]);
    }

    [Fact]
    public async Task Profile_BeatsAwsProfile()
    {
        _host.Environment["AWS_PROFILE"] = "mfa";
        Assert.Equal("admin", (await StartOfAsync("exec", "admin", "--", Program)).Environment["HWTOKEN_PROFILE"]);
    }

    [Fact]
    public async Task KeysOnTheLine_NeedNoProfile()
    {
        _host.Environment["AWS_PROFILE"] = "admin";
        ProgramStart start = await StartOfAsync(
            "exec", "--source-profile", "keys", "--mfa-serial", TestToken.Alice, "--", Program, "mfa");
        Assert.Equal(["mfa"], start.Arguments);
        Assert.Equal("keys", start.Environment["HWTOKEN_PROFILE"]);
    }

    [Fact]
    public async Task Command_KeepsItsOwnDashesEmptyWordsAndOptions()
    {
        ProgramStart start = await StartOfAsync("exec", "mfa", "--", Program, "--", "", "--port", "list", "--");
        Assert.Equal(["--", "", "--port", "list", "--"], start.Arguments);
    }

    [Fact]
    public async Task CommandWithoutDashes_IsRefused() => await _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: the command has no -- in front of it
        hint: write hwtoken exec PROFILE -- COMMAND
        """,
        "exec", "mfa", Program);

    [Fact]
    public async Task CommandEmpty_IsRefused() => await _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: COMMAND is empty
        hint: write the program's name, or check the variable that it comes from
        """,
        "exec", "mfa", "--", "", "x");

    [Theory]
    [InlineData("exec", "mfa")]
    [InlineData("exec", "mfa", "--")]
    public async Task NoCommand_IsAShellThatIsTold(params string[] line)
    {
        string shell = OperatingSystem.IsWindows() ? Environment.GetEnvironmentVariable("ComSpec")! : "/bin/sh";
        _host.Environment[OperatingSystem.IsWindows() ? "ComSpec" : "SHELL"] = shell;
        CliResult result = await _host.RunAsync(line);
        Assert.Matches(
            @"^hwtoken: a shell with the session of mfa, which lasts until \S+ \S+ UTC; exit ends it\n$", result.Error);
        ProgramStart start = Assert.Single(_host.Programs.Starts);
        Assert.Equal(shell, start.FileName);
        Assert.Empty(start.Arguments);
        Assert.Equal("mfa", start.Environment["HWTOKEN_PROFILE"]);
        Assert.StartsWith("ASIA", start.Environment["AWS_ACCESS_KEY_ID"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoCommand_InSuchAShell_IsRefusedWithoutAPress()
    {
        _host.Environment["HWTOKEN_PROFILE"] = "admin";
        await _host.FailsAsync(
            ExitStatus.BadUsage,
            """
            hwtoken: this shell has the session of admin already
            hint: exit it first, or run one command: hwtoken exec PROFILE -- COMMAND
            """,
            "exec", "mfa");
        Assert.Empty(_aws.Server.Requests);
    }

    [Fact]
    public async Task Command_InSuchAShell_HasItsOwnSession()
    {
        _host.Environment["HWTOKEN_PROFILE"] = "admin";
        _host.Environment["AWS_SESSION_TOKEN"] = "of admin";
        ProgramStart start = await StartOfAsync("exec", "mfa", "--", Program);
        Assert.Equal("mfa", start.Environment["HWTOKEN_PROFILE"]);
        Assert.NotEqual("of admin", start.Environment["AWS_SESSION_TOKEN"]);
    }
}
