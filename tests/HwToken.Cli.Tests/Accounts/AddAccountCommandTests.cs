using System.Text.Json;
using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;

namespace HwToken.Cli.Tests.Accounts;

public sealed class AddAccountCommandTests : IDisposable
{
    private const string Uri =
        $"otpauth://totp/GitHub:somebody?secret={TestToken.Base32Key}&issuer=GitHub&algorithm=SHA256&digits=8&period=60";

    private readonly TestHost _host = new() { Terminal = new FakeTerminal() };

    public void Dispose() => _host.Dispose();

    private Task<TestToken> EmptyTokenAsync() => TestToken.PluggedIntoAsync(
        _host, TestSafe.OnTime, "");

    private async Task AddsAsync(string name, params string[] arguments)
    {
        CliResult result = await _host.RunAsync(["accounts", "add", .. arguments]);
        Assert.Equal($"hwtoken: {name} is on the token\n", result.Error);
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.Equal("", result.Output);
    }

    [Fact]
    public async Task Add_SecretOnStdin_GivesItsCodes()
    {
        await using TestToken token = await EmptyTokenAsync();
        _host.Input = "gezd gnbv gy3t qojq gezd gnbv gy3t qojq\n";
        await AddsAsync("github:alice", "github:alice", "--secret-stdin");
        Assert.Equal("github:alice\tSHA1\t6\t30\n", await _host.OutputAsync("accounts", "list"));
    }

    [Fact]
    public async Task Add_Prompt_HidesWhatIsTyped()
    {
        await using TestToken token = await EmptyTokenAsync();
        _host.Terminal = new FakeTerminal(TestToken.Base32Key + "\r");
        await AddsAsync("github:alice", "github:alice", "--digits", "8", "--period", "60", "--algorithm", "sha256");
        Assert.StartsWith("Key of github:alice (base32, not shown): \n\rpress the button", _host.Terminal.Written, StringComparison.Ordinal);
        Assert.DoesNotContain(TestToken.Base32Key, _host.Terminal.Written, StringComparison.Ordinal);
        Assert.Equal("github:alice\tSHA256\t8\t60\n", await _host.OutputAsync("accounts", "list"));
    }

    [Fact]
    public async Task Add_UriOnStdin_BringsNameAndParameters()
    {
        await using TestToken token = await EmptyTokenAsync();
        _host.Input = Uri + "\n";
        await AddsAsync("GitHub:somebody", "--uri-stdin");
        await AddsAsync(TestToken.Alice, TestToken.Alice, "--uri-stdin");
        using JsonDocument json = JsonDocument.Parse(await _host.OutputAsync("accounts", "list", "--json"));
        Assert.Equal(["GitHub:somebody", TestToken.Alice], json.RootElement.EnumerateArray().Select(a => a.GetProperty("name").GetString()));
        JsonElement account = json.RootElement[0];
        Assert.Equal("SHA256", account.GetProperty("algorithm").GetString());
        Assert.Equal((8, 60), (account.GetProperty("digits").GetInt32(), account.GetProperty("period").GetInt32()));
    }

    [Fact]
    public async Task Add_NameTaken_NeedsReplace()
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(_host, TestSafe.OnTime);
        _host.Input = "JBSWY3DPEHPK3PXP";
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            $"""
            hwtoken: the token already has an account {TestToken.Alice}
            hint: choose another name, or put the new key in the old one's place with --replace
            """,
            "accounts", "add", TestToken.Alice, "--secret-stdin");
        await AddsAsync(TestToken.Alice, TestToken.Alice, "--secret-stdin", "--replace");
    }

    [Fact]
    public Task Add_KeyAsArgument_IsRefusedAndNotRepeated() => _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: too many arguments for 'hwtoken accounts add'
        hint: a key is never an argument, since every user of this computer can read those: type it, or pipe it in with --secret-stdin
        """,
        "accounts", "add", "github:alice", TestToken.Base32Key);

    [Theory]
    [InlineData("--secret")]
    [InlineData("--secret=" + TestToken.Base32Key)]
    public async Task Add_KeyAsOption_IsRefusedAndNotRepeated(string option)
    {
        await _host.FailsAsync(
            ExitStatus.BadUsage,
            """
            hwtoken: unknown option '--secret'
            hint: a key is never an argument, since every user of this computer can read those: type it, or pipe it in with --secret-stdin
            """,
            "accounts", "add", "github:alice", option, TestToken.Base32Key);
    }

    [Fact]
    public Task Add_UriAsName_IsRefusedAndNotRepeated() => _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: an otpauth URI holds a key, and arguments can be read by every user of this computer
        hint: pipe it in with --uri-stdin, and take a new key if others may have seen this one
        """,
        "accounts", "add", Uri);

    [Theory]
    [InlineData("", "'hwtoken accounts add' needs NAME", "name it by its MFA serial ARN, or issuer:account")]
    [InlineData("a --secret-stdin --uri-stdin", "--secret-stdin and --uri-stdin both say where the key comes from", "give one of the two")]
    [InlineData("--uri-stdin --digits 8", "--digits, --period and --algorithm are the URI's own", "leave them out, or give the key with --secret-stdin")]
    [InlineData("a --digits 9", "--digits 9 is out of range", "write a number from 6 to 8")]
    [InlineData("a --period 0", "--period 0 is out of range", "write a number from 1 to 65535")]
    [InlineData("a --algorithm md5", "unknown algorithm 'md5'", "the token computes sha1 and sha256")]
    [InlineData("a\u202Eb", "that cannot be an account's name", "use 1 to 64 bytes of printable text without a blank at either end")]
    public Task Add_Contradiction_IsBadUsage(string line, string message, string hint) => _host.FailsAsync(
        ExitStatus.BadUsage,
        $"hwtoken: {message}\nhint: {hint}",
        ["accounts", "add", .. line.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    [Fact]
    public async Task Add_NoTerminal_SaysHowElse()
    {
        _host.Terminal = new FakeTerminal(canRead: false);
        await _host.FailsAsync(
            ExitStatus.BadUsage,
            """
            hwtoken: there is no terminal to ask for the key on
            hint: pipe it in with --secret-stdin or --uri-stdin
            """,
            "accounts", "add", "github:alice");
    }

    [Fact]
    public async Task Add_NoBase32_SaysWhereBeforeTheTokenIsAsked()
    {
        _host.Input = "GEZD0NBV";
        await _host.FailsAsync(
            ExitStatus.Failed,
            """
            hwtoken: character 5 of the key is not base32
            hint: base32 is A to Z and 2 to 7: a 0 is the letter O, a 1 is I or L, an 8 is B
            """,
            "accounts", "add", "github:alice", "--secret-stdin");
    }

    [Fact]
    public async Task Add_CtrlCAtThePrompt_StoresNothing()
    {
        await using TestToken token = await EmptyTokenAsync();
        _host.Terminal = new FakeTerminal("GEZD");
        Task<CliResult> run = _host.RunAsync("accounts", "add", "github:alice");
        await _host.Terminal.SeesAsync("Key of");
        _host.Interruption.Raise(ExitStatus.Interrupted);
        CliResult result = await run;
        Assert.Equal("hwtoken: cancelled\n", result.Error);
        Assert.Equal(ExitStatus.Interrupted, result.Status);
    }

    [Fact]
    public async Task Add_Debug_TracesNoKey()
    {
        await using TestToken token = await EmptyTokenAsync();
        _host.Input = TestToken.Base32Key;
        CliResult result = await _host.RunAsync("accounts", "add", "github:alice", "--secret-stdin", "--debug");
        Assert.Contains("debug: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(TestToken.Base32Key, result.Error, StringComparison.Ordinal);
    }
}
