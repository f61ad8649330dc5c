using System.Text.Json;
using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;
using HwToken.TestKit.Otp;

namespace HwToken.Cli.Tests.Accounts;

/// <summary><c>accounts add --also PORT</c>: one key for several tokens.</summary>
public sealed class AddAccountAlsoTests : IDisposable
{
    private readonly TestHost _host = new() { Input = TestToken.Base32Key };

    public void Dispose() => _host.Dispose();

    private Task<TestToken> AttendedAsync(params string[] accounts) =>
        TestToken.PluggedIntoAsync(_host, TestSafe.OnTime, accounts is [] ? [""] : accounts);

    private Task<TestToken> UnattendedAsync() => TestToken.PluggedIntoAsync(_host, TestToken.Unattended, "");

    private async Task<string> SerialAsync(TestToken token)
    {
        using JsonDocument info = JsonDocument.Parse(await _host.OutputAsync("info", "--json", "--port", token.Port));
        return info.RootElement.GetProperty("serial").GetString()!;
    }

    private Task<CliResult> AddAsync(TestToken first, params string[] more) =>
        _host.RunAsync(["accounts", "add", "root", "--secret-stdin", "--port", first.Port, .. more]);

    /// <summary>Without what is said on stderr where there are none.</summary>
    private async Task<string> AccountsAsync(TestToken token) => (await _host.RunAsync("accounts", "list", "--port", token.Port)).Output;

    [Fact]
    public async Task Also_ThreeTokens_EachAsksAndAllHaveTheKey()
    {
        await using TestToken a = await AttendedAsync(), b = await AttendedAsync(), c = await AttendedAsync();
        (string aSerial, string bSerial, string cSerial) = (await SerialAsync(a), await SerialAsync(b), await SerialAsync(c));
        CliResult result = await AddAsync(a, "--also", b.Port, "--also", c.Port);
        Assert.Equal(
            $"""
            hwtoken: press the button on the token {aSerial} (30 s): store root
            hwtoken: press the button on the token {bSerial} (30 s): store root
            hwtoken: press the button on the token {cSerial} (30 s): store root
            hwtoken: root is on the token {aSerial} at {a.Port}
            hwtoken: root is on the token {bSerial} at {b.Port}
            hwtoken: root is on the token {cSerial} at {c.Port}

            """.ReplaceLineEndings("\n"),
            result.Error);
        Assert.Equal((ExitStatus.Done, ""), (result.Status, result.Output));
        foreach (TestToken token in new[] { a, b, c })
        {
            Assert.Equal("root\tSHA1\t6\t30\n", await AccountsAsync(token));
            using JsonDocument code = JsonDocument.Parse((await _host.RunAsync("code", "--json", "--port", token.Port)).Output);
            long timeStep = code.RootElement.GetProperty("timeStep").GetInt64();
            Assert.Equal(ReferenceTotp.Code(TestToken.Key, timeStep), code.RootElement.GetProperty("code").GetString());
        }
    }

    [Fact]
    public async Task Also_NameTakenOnTheSecond_StoresNothingOnTheFirst()
    {
        await using TestToken a = await AttendedAsync(), b = await AttendedAsync("root");
        string serial = await SerialAsync(b);
        CliResult result = await AddAsync(a, "--also", b.Port);
        Assert.Equal(
            $"""
            hwtoken: the token {serial} at {b.Port} already has an account root
            hint: choose another name, or put the new key in the old one's place with --replace

            """.ReplaceLineEndings("\n"),
            result.Error);
        Assert.Equal(ExitStatus.TokenRefused, result.Status);
        Assert.Equal("", await AccountsAsync(a));
    }

    [Fact]
    public async Task Also_NoRoomOnTheSecond_StoresNothingOnTheFirst()
    {
        await using TestToken a = await AttendedAsync();
        string full = FakeDevice.PlugInto(_host, FakeDevice.FullToken);
        await FailsBeforeAnyPressAsync(
            a,
            ExitStatus.TokenRefused,
            $"the token AAAAAAAA at {full}: the token has no room for root; nothing was stored on any",
            "--also",
            full);
    }

    [Fact]
    public async Task Add_NoRoom_IsSaidBeforeThePress()
    {
        string full = FakeDevice.PlugInto(_host, FakeDevice.FullToken);
        await _host.FailsAsync(
            ExitStatus.TokenRefused,
            """
            hwtoken: the token has no room for root
            hint: remove an account that is not needed any more
            """,
            "accounts", "add", "root", "--secret-stdin");
    }

    [Fact]
    public async Task Also_SecondMissing_StoresNothingOnTheFirst()
    {
        await using TestToken a = await AttendedAsync();
        await FailsBeforeAnyPressAsync(a, ExitStatus.NoToken, "there is no port /dev/ttyUSB97", "--also", "/dev/ttyUSB97");
    }

    [Fact]
    public async Task Also_SamePortTwice_IsBadUsage()
    {
        await using TestToken a = await AttendedAsync();
        await FailsBeforeAnyPressAsync(a, ExitStatus.BadUsage, $"{a.Port} is the same port as {a.Port}", "--also", a.Port);
    }

    [Fact]
    public async Task Also_SamePortByAnotherLink_IsBadUsage()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using TestToken a = await AttendedAsync();
        string link = Path.Combine(_host.Folder, "by-id");
        File.CreateSymbolicLink(link, a.Port);
        await FailsBeforeAnyPressAsync(a, ExitStatus.BadUsage, $"{link} is the same port as {a.Port}", "--also", link);
    }

    [Fact]
    public Task Also_NoFirstPort_IsBadUsage() => _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: --also names a further token, and nothing names the first
        hint: name it with --port or HWTOKEN_PORT
        """,
        "accounts", "add", "root", "--secret-stdin", "--also", "/dev/ttyUSB1");

    [Fact]
    public Task Also_OnTheNetwork_IsBadUsage() => _host.FailsAsync(
        ExitStatus.BadUsage,
        """
        hwtoken: 'tcp:192.0.2.1:4000' is on the network; only tcp:127.0.0.1:PORT and tcp:[::1]:PORT are taken
        hint: write --also as the path of a serial port
        """,
        "accounts", "add", "root", "--secret-stdin", "--port", "/dev/ttyUSB1", "--also", "tcp:192.0.2.1:4000");

    [Fact]
    public async Task Also_FirstDeclines_NoneHasIt()
    {
        await using TestToken a = await UnattendedAsync(), b = await AttendedAsync();
        Task<CliResult> adding = AddAsync(a, "--also", b.Port);
        await a.PressUntilAsync(adding, isLong: true);
        Assert.Equal(ExitStatus.TokenRefused, (await adding).Status);
        Assert.EndsWith(
            "hwtoken: declined on the token\nhint: if that was a slip, try again and press the button as the screen says\n",
            (await adding).Error,
            StringComparison.Ordinal);
        Assert.Equal("", await AccountsAsync(a) + await AccountsAsync(b));
    }

    [Theory]
    [InlineData(false, false, "give the same key to what is missing: hwtoken --port {1} --also {2} accounts add root; or take it back: hwtoken --port {0} accounts remove root")]
    [InlineData(false, true, "give the same key to what is missing: hwtoken --port {1} --also {2} accounts add root --replace")]
    [InlineData(true, false, "the new key was not shown and is lost; take it back, then start over: hwtoken --port {0} accounts remove root")]
    public async Task Also_SecondDeclines_SaysWhichHaveItAndHowToGoOn(bool generate, bool replace, string hint)
    {
        await using TestToken a = await AttendedAsync(), b = await UnattendedAsync(), c = await AttendedAsync();
        (string aSerial, string bSerial, string cSerial) = (await SerialAsync(a), await SerialAsync(b), await SerialAsync(c));
        Task<CliResult> adding = _host.RunAsync([
            "accounts", "add", "root", generate ? "--generate" : "--secret-stdin", "--port", a.Port, "--also", b.Port, "--also", c.Port,
            .. replace ? ["--replace"] : Array.Empty<string>()]);
        await b.PressUntilAsync(adding, isLong: true);
        CliResult result = await adding;
        Assert.EndsWith(
            $"""
            hwtoken: stored on the token {aSerial} at {a.Port}
            hwtoken: not stored on the token {bSerial} at {b.Port}
            hwtoken: not stored on the token {cSerial} at {c.Port}
            hwtoken: declined on the token
            hint: {string.Format(null, hint, a.Port, b.Port, c.Port)}

            """.ReplaceLineEndings("\n"),
            result.Error,
            StringComparison.Ordinal);
        Assert.Equal((ExitStatus.TokenRefused, ""), (result.Status, result.Output));
        Assert.Equal("root\tSHA1\t6\t30\n", await AccountsAsync(a));
        Assert.Equal("", await AccountsAsync(b) + await AccountsAsync(c));
    }

    [Fact]
    public async Task Also_CtrlCAtTheSecond_SaysWhichHaveItAndIs130()
    {
        await using TestToken a = await AttendedAsync(), b = await UnattendedAsync();
        _host.Terminal = new FakeTerminal();
        string serial = await SerialAsync(b);
        Task<CliResult> adding = AddAsync(a, "--also", b.Port);
        await AsksAsync(serial, adding);
        _host.Interruption.Raise(ExitStatus.Interrupted);
        CliResult result = await adding;
        Assert.Contains($"hwtoken: not stored on the token {serial} at {b.Port}\nhwtoken: cancelled\nhint: give the same key", result.Error, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Interrupted, result.Status);
    }

    [Fact]
    public async Task Also_SecondUnplugged_SaysThatItMayHaveIt()
    {
        await using TestToken a = await AttendedAsync();
        TestToken b = await UnattendedAsync();
        _host.Terminal = new FakeTerminal();
        string serial = await SerialAsync(b);
        Task<CliResult> adding = AddAsync(a, "--also", b.Port);
        await AsksAsync(serial, adding);
        string port = b.Port;
        await b.DisposeAsync();
        CliResult result = await adding;
        Assert.Contains(
            $"hwtoken: perhaps not stored on the token {serial} at {port}: see hwtoken --port {port} accounts list\n", result.Error, StringComparison.Ordinal);
        Assert.NotEqual(ExitStatus.Done, result.Status);
    }

    /// <summary>Ends when a token's press is waited for; a run that ends before that says why.</summary>
    private async Task AsksAsync(string serial, Task<CliResult> adding)
    {
        Task asked = _host.Terminal!.SeesAsync($"press the button on the token {serial}");
        if (await Task.WhenAny(asked, adding) == adding)
        {
            Assert.Fail((await adding).Error);
        }

        await asked;
    }

    private async Task FailsBeforeAnyPressAsync(TestToken first, ExitStatus status, string message, params string[] more)
    {
        CliResult result = await AddAsync(first, more);
        Assert.StartsWith($"hwtoken: {message}\n", result.Error, StringComparison.Ordinal);
        Assert.Equal((status, ""), (result.Status, result.Output));
        Assert.Equal("", await AccountsAsync(first));
    }
}
