using HwToken.Cli.Errors;
using HwToken.Cli.Tests.Terminal;
using HwToken.Core.Otp;
using HwToken.TestKit.Desktop;
using HwToken.TestKit.Pictures;

namespace HwToken.Cli.Tests.Accounts;

/// <summary>Nothing of a key is where anybody could find it: not on the streams, not in a file, not on its way back.</summary>
public sealed class AddAccountSecrecyTests : IDisposable
{
    /// <summary>Without a zero, which the frames would write in another way, and unlike anything else on the line.</summary>
    private static readonly byte[] Seed = Hex.Bytes("9D 3B E1 7C 58 A6 F4 2E 91 C7 6A B5 1F D8 83 4C E9 72 AD 36");

    private static readonly string Secret = Base32.Encode(Seed, 0, Seed.Length);

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    private Task<TestToken> EmptyTokenAsync() => TestToken.PluggedIntoAsync(_host, TestToken.Attended, "");

    [Theory]
    [InlineData("prompt")]
    [InlineData("secret")]
    [InlineData("uri")]
    [InlineData("qr")]
    public async Task Add_AnySource_LeavesNothingOfTheKeyAnywhere(string source)
    {
        string uri = $"otpauth://totp/vpn:alice?secret={Secret}&issuer=vpn";
        string file = Path.Combine(_host.Folder, "qr.png");
        _host.Terminal = new FakeTerminal(source == "prompt" ? Secret + "\r" : "");
        _host.Input = source == "secret" ? Secret : source == "uri" ? uri : "";
        string[] from = source switch { "prompt" => [], "qr" => ["--qr", file], _ => [$"--{source}-stdin"] };
        if (source == "qr")
        {
            await File.WriteAllBytesAsync(file, Drawing.Qr(uri).ToPng());
        }

        await using TestToken token = await EmptyTokenAsync();
        DeskPort line = token.Virtual.Port;
        CliResult added = await _host.RunAsync(["accounts", "add", "vpn:alice", "--show-code", "--debug", .. from]);
        Assert.True(added.Status == ExitStatus.Done, added.Error);
        // Every other command too, while the account is there.
        string[][] others =
        [
            ["accounts", "list", "--json"], ["info", "--json"], ["clock", "--json"], ["list", "--json"], ["code", "--json"],
            ["accounts", "rename", "vpn:alice", "vpn:bob"], ["clock", "set"], ["accounts", "remove", "vpn:bob"],
        ];
        foreach (string[] command in others)
        {
            CliResult result = await _host.RunAsync([.. command, "--debug"]);
            Assert.True(result.Status == ExitStatus.Done, result.Error);
            added = new CliResult(added.Status, added.Output + result.Output, added.Error + result.Error);
        }

        var seed = new SeedSearch(Seed);
        Assert.Empty(seed.In(added.Output));
        Assert.Empty(seed.In(added.Error));
        Assert.Empty(seed.In(_host.Terminal.Written));
        Assert.Empty(seed.In(line.ToHost));
        Assert.All(FilesBut(file), path => Assert.Empty(seed.In(File.ReadAllBytes(path))));
        // The search does find it where it has to be.
        Assert.NotEmpty(seed.In(line.ToPeer));
        Assert.NotEmpty(line.ToHost);
    }

    [Theory]
    [InlineData("GEZD0{0}", "--secret-stdin")]
    [InlineData("{0}0", "--secret-stdin")]
    [InlineData("{0}A", "--secret-stdin")]
    [InlineData("{0}\n{0}", "--secret-stdin")]
    [InlineData("{0}{0}{0}{0}{0}{0}{0}{0}", "--secret-stdin")]
    [InlineData("otpauth://hotp/a?secret={0}&counter=1", "--uri-stdin")]
    [InlineData("otpauth://totp/a?secret={0}&algorithm=SHA512", "--uri-stdin")]
    [InlineData("otpauth://totp/a?secret={0}&digits=9", "--uri-stdin")]
    [InlineData("otpauth://totp/a?secret={0}&period=70000", "--uri-stdin")]
    [InlineData("otpauth://totp/a?secret={0}0", "--uri-stdin")]
    [InlineData("otpauth://totp/%FF?secret={0}", "--uri-stdin")]
    [InlineData("otpauth-migration://offline?data={0}", "--uri-stdin")]
    [InlineData("{0}", "--uri-stdin")]
    public async Task Add_KeyThatIsRefused_IsNotRepeated(string input, string option)
    {
        input = string.Format(null, input, Secret);
        var seed = new SeedSearch(Seed);
        Assert.NotEmpty(seed.In(input));
        _host.Input = input;
        CliResult piped = await _host.RunAsync("accounts", "add", "vpn:alice", option, "--debug");
        Assert.Equal(ExitStatus.Failed, piped.Status);
        Assert.Empty(seed.In(piped.Output + piped.Error));

        string file = Path.Combine(_host.Folder, "qr.png");
        await File.WriteAllBytesAsync(file, Drawing.Qr(input).ToPng());
        CliResult shown = await _host.RunAsync("accounts", "add", "vpn:alice", "--qr", file, "--debug");
        Assert.Equal(ExitStatus.Failed, shown.Status);
        Assert.Empty(seed.In(shown.Output + shown.Error));
        Assert.Empty(FilesBut(file));
    }

    [Fact]
    public async Task Add_Generated_IsOnStdoutOnceAndNowhereElse()
    {
        _host.Terminal = new FakeTerminal();
        await using TestToken token = await EmptyTokenAsync();
        DeskPort line = token.Virtual.Port;
        CliResult result = await _host.RunAsync("accounts", "add", "vpn:alice", "--generate", "64", "--debug");
        Assert.True(result.Status == ExitStatus.Done, result.Error);
        char[] text = result.Output.TrimEnd('\n').ToCharArray();
        byte[] key = new byte[Base32.MaxDecodedLength(text.Length)];
        Assert.Equal(64, Base32.Decode(text, 0, text.Length, key, out _));

        var seed = new SeedSearch(key);
        Assert.NotEmpty(seed.In(line.ToPeer));
        Assert.Empty(seed.In(line.ToHost));
        Assert.Empty(seed.In(result.Error));
        Assert.Empty(seed.In(_host.Terminal.Written));
        Assert.All(FilesBut(""), path => Assert.Empty(seed.In(File.ReadAllBytes(path))));
    }

    private IEnumerable<string> FilesBut(string picture) =>
        Directory.EnumerateFiles(_host.Folder, "*", SearchOption.AllDirectories).Where(path => path != picture);
}
