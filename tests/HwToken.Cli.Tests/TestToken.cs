using System.Text;
using HwToken.Client.Ports;
using HwToken.TestKit.Desktop;
using HwToken.Virtual;

namespace HwToken.Cli.Tests;

/// <summary>The device's own program in this process, plugged into a <see cref="TestHost"/>.</summary>
internal sealed class TestToken : IAsyncDisposable
{
    public const string Alice = "arn:aws:iam::123456789012:mfa/alice";

    /// <summary>The same user's second device, for tests that need two sessions: a code is good once.</summary>
    public const string Spare = "arn:aws:iam::123456789012:mfa/spare";

    /// <summary>One of 65 bytes: the name of an account on a token has 64.</summary>
    public const string LongSerial = "arn:aws:iam::123456789012:mfa/alexander.hamilton@corp.example.com";

    /// <summary>RFC 6238, appendix B: the key of its SHA-1 vectors.</summary>
    public const string Base32Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    public static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    private readonly TestHost _host;
    private readonly VirtualTokenOptions _options;
    private readonly DeskFlash _flash;

    private TestToken(TestHost host, string port, VirtualTokenOptions options, DeskFlash flash)
    {
        _host = host;
        _options = options;
        _flash = flash;
        Virtual = host.Desk.Plug(port, options, flash);
    }

    public DeskToken Virtual { get; private set; }

    public string Port => Virtual.LinkPath;

    /// <summary>A token whose owner agrees at once to whatever it asks.</summary>
    public static VirtualTokenOptions Attended => Unattended with { AgreeAfter = TimeSpan.Zero };

    /// <summary>Nobody presses its button. Its clock is right.</summary>
    public static VirtualTokenOptions Unattended => new() { ClockOffset = TimeSpan.Zero };

    /// <summary>An attended token that has Alice's account.</summary>
    public static Task<TestToken> PluggedIntoAsync(TestHost host) => PluggedIntoAsync(host, Attended);

    /// <param name="options">Its link and its state file are not used.</param>
    /// <param name="accounts">In the place of Alice's alone; an empty name is none.</param>
    public static async Task<TestToken> PluggedIntoAsync(TestHost host, VirtualTokenOptions options, params string[] accounts)
    {
        DeskFlash flash = await DeskFlash.WithAccountsAsync(
            options, host.Desk.Time.GetUtcNow(), accounts.DefaultIfEmpty(Alice).Where(name => name.Length > 0), Key);
        var token = new TestToken(host, Path.Combine(host.Folder, $"token{host.Ports.Count + 1}"), options, flash);
        host.Ports.Add(new PortInfo(token.Port, UsbId.Parse("10c4", "ea60"), "CP2102N", null, MayBeToken: true));
        return token;
    }

    /// <summary>Power off and on: its storage has kept what it had, and its clock the time.</summary>
    /// <param name="options">Another owner from now on.</param>
    public async Task RestartAsync(VirtualTokenOptions? options = null)
    {
        string port = Port;
        await Virtual.DisposeAsync();
        Virtual = _host.Desk.Plug(port, options ?? _options, _flash);
    }

    /// <summary>
    /// Presses, whenever a host waits for it, until something has come of it: a press that comes too soon after the question
    /// is no answer.
    /// </summary>
    public async Task PressUntilAsync(Task done, bool isLong = false)
    {
        while (await _host.Desk.AwaitsUserAsync(done))
        {
            await (isLong ? Virtual.LongPressAsync() : Virtual.PressAsync());
        }
    }

    /// <summary>Ends when the screen fulfils a condition, or has done so already.</summary>
    public Task ShowsAsync(Func<DeskToken, bool> condition) =>
        _host.Desk.PassUntil(() => condition(Virtual), TimeSpan.FromSeconds(30))
            ? Task.CompletedTask
            : throw new InvalidOperationException($"the screen does not show it:\n{Virtual.Screen.ToText()}");

    public ValueTask DisposeAsync() => Virtual.DisposeAsync();
}
