using System.Text.Json;
using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;
using HwToken.Core.Otp;
using HwToken.TestKit.Otp;

namespace HwToken.Cli.Tests.Accounts;

/// <summary><c>accounts add --generate</c>, and the codes that are shown after adding.</summary>
public sealed class AddAccountGenerateTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    private Task<TestToken> EmptyTokenAsync() => TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, "");

    private static byte[] Decode(string base32)
    {
        char[] text = base32.ToCharArray();
        byte[] key = new byte[Base32.MaxDecodedLength(text.Length)];
        return key[..Base32.Decode(text, 0, text.Length, key, out _)];
    }

    [Theory]
    [InlineData(20, "a", "--generate")]
    [InlineData(20, "--generate", "a")]
    [InlineData(16, "--generate", "16", "a")]
    [InlineData(64, "a", "--generate=64")]
    public async Task Generate_Bytes_AreOnStdoutAndOnTheToken(int bytes, params string[] arguments)
    {
        await using TestToken token = await EmptyTokenAsync();
        CliResult result = await _host.RunAsync(["accounts", "add", .. arguments]);
        Assert.Equal(
            """
            hwtoken: press the button on the token (30 s): store a
            hwtoken: a is on the token
            hwtoken: stdout has the key of a, this one time: give it to the service, and keep it nowhere else

            """.ReplaceLineEndings("\n"),
            result.Error);
        Assert.EndsWith("\n", result.Output, StringComparison.Ordinal);
        byte[] key = Decode(result.Output.TrimEnd('\n'));
        Assert.Equal(bytes, key.Length);

        using JsonDocument code = JsonDocument.Parse(await RunForOutputAsync("code", "--json"));
        Assert.Equal(
            ReferenceTotp.Code(key, code.RootElement.GetProperty("timeStep").GetInt64()), code.RootElement.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Generate_Twice_IsAnotherKey()
    {
        await using TestToken token = await EmptyTokenAsync();
        Assert.NotEqual(await RunForOutputAsync("accounts", "add", "a", "--generate"), await RunForOutputAsync("accounts", "add", "b", "--generate"));
    }

    [Theory]
    [InlineData("vpn:alice", "vpn", "alice")]
    [InlineData("alice", "", "alice")]
    [InlineData(TestToken.Alice, "", TestToken.Alice)]
    public async Task Generate_Uri_IsOneOfTheAccount(string name, string issuer, string account)
    {
        await using TestToken token = await EmptyTokenAsync();
        char[] text = (await RunForOutputAsync(
            "accounts", "add", name, "--generate", "--uri", "--digits", "8", "--period", "60", "--algorithm", "sha256")).TrimEnd('\n').ToCharArray();
        Assert.Equal(OtpAuthUriError.None, OtpAuthUri.Parse(text, 0, text.Length, out OtpAuthUri uri, out _));
        Assert.Equal((issuer, account, 20), (uri.Issuer, uri.Account, uri.Key.Length));
        Assert.Equal((OtpAlgorithm.HmacSha256, 8, 60), (uri.Algorithm, uri.Digits, uri.Period));
    }

    [Fact]
    public async Task Generate_Json_NamesTheAccount()
    {
        await using TestToken token = await EmptyTokenAsync();
        using JsonDocument json = JsonDocument.Parse(await RunForOutputAsync("accounts", "add", "a", "--generate", "--json"));
        Assert.Equal("a", json.RootElement.GetProperty("account").GetString());
        Assert.Equal(20, Decode(json.RootElement.GetProperty("key").GetString()!).Length);
    }

    [Fact]
    public async Task Generate_StdoutFull_SaysThatTheKeyIsLost()
    {
        await using TestToken token = await EmptyTokenAsync();
        _host.OpenOutput = () => new FullDisk();
        CliResult result = await _host.RunAsync("accounts", "add", "a", "--generate");
        Assert.Equal(ExitStatus.Failed, result.Status);
        Assert.EndsWith("hint: the key is lost: remove a from the token, then start over\n", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a --generate 15", "--generate 15 is out of range", "write a number from 16 to 64")]
    [InlineData("a --generate 65", "--generate 65 is out of range", "write a number from 16 to 64")]
    [InlineData("--generate", "'hwtoken accounts add' needs NAME", "name it by its MFA serial ARN, or issuer:account")]
    [InlineData("a --generate --secret-stdin", "--secret-stdin and --generate both say where the key comes from", "give one of the two")]
    [InlineData("a --qr x.png --uri-stdin", "--uri-stdin and --qr both say where the key comes from", "give one of the two")]
    [InlineData("--qr x.png --digits 8", "--digits, --period and --algorithm are the URI's own", "leave them out, or give the key with --secret-stdin")]
    [InlineData("a --uri", "--uri says how to print a key, and only --generate prints one", "leave it out")]
    public Task Add_Contradiction_IsBadUsage(string line, string message, string hint) => _host.FailsAsync(
        ExitStatus.BadUsage, $"hwtoken: {message}\nhint: {hint}", ["accounts", "add", .. line.Split(' ')]);

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Add_Codes_GoToTheTerminalOrWhereAskedForToStderr(bool hasTerminal, bool showCode)
    {
        await using TestToken token = await EmptyTokenAsync();
        _host.Terminal = hasTerminal ? new FakeTerminal() : null;
        _host.Input = TestToken.Base32Key;
        long before = _host.Desk.Time.GetUtcNow().ToUnixTimeSeconds() / 30;
        CliResult result = await _host.RunAsync(["accounts", "add", "a", "--secret-stdin", .. showCode ? ["--show-code"] : Array.Empty<string>()]);
        long after = _host.Desk.Time.GetUtcNow().ToUnixTimeSeconds() / 30;
        Assert.Equal("", result.Output);

        const string Line = @"the token must show for a: (\d{3}) (\d{3}) \((\d+) s more\), then (\d{3}) (\d{3}); press its button and compare\n";
        Assert.Equal(hasTerminal, hasTerminal && System.Text.RegularExpressions.Regex.IsMatch(_host.Terminal!.Written, Line));
        var match = System.Text.RegularExpressions.Regex.Match(hasTerminal ? _host.Terminal!.Written : result.Error, Line);
        Assert.Equal(hasTerminal || showCode, match.Success);
        Assert.Equal(!hasTerminal && showCode, result.Error.Contains("must show", StringComparison.Ordinal));
        if (match.Success)
        {
            string shown = match.Groups[1].Value + match.Groups[2].Value + match.Groups[4].Value + match.Groups[5].Value;
            Assert.Contains(
                shown,
                new[] { before, after }.Select(step => ReferenceTotp.Code(TestToken.Key, step) + ReferenceTotp.Code(TestToken.Key, step + 1)));
        }
    }

    [Theory]
    [InlineData(null, "hwtoken: the token gives no codes before its clock is set (never set): hwtoken clock set\n")]
    [InlineData(-3600, "hwtoken: the clock of the token differs from this computer's, and so will the codes: see hwtoken clock\n")]
    public async Task Add_ClockWrong_SaysWhyTheCodesWillDiffer(int? offset, string note)
    {
        await using TestToken token = await TestToken.PluggedIntoAsync(
            _host, TestToken.Attended with { ClockOffset = offset is int s ? TimeSpan.FromSeconds(s) : null }, "");
        _host.Input = TestToken.Base32Key;
        CliResult result = await _host.RunAsync("accounts", "add", "a", "--secret-stdin");
        Assert.Equal(ExitStatus.Done, result.Status);
        Assert.EndsWith(note, result.Error, StringComparison.Ordinal);
    }

    private async Task<string> RunForOutputAsync(params string[] arguments)
    {
        CliResult result = await _host.RunAsync(arguments);
        Assert.True(result.Status == ExitStatus.Done, result.Error);
        return result.Output;
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("No space left on device");
    }
}
