using System.Text;
using HwToken.Client;
using HwToken.Client.Accounts;
using HwToken.Client.Ports;
using HwToken.Client.Transports;
using HwToken.Core.Protocol;
using HwToken.Virtual;
using HwToken.Virtual.Links;

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

    private readonly VirtualTokenOptions _options;

    private TestToken(VirtualTokenOptions options)
    {
        _options = options;
        Virtual = VirtualToken.Start(options);
    }

    public VirtualToken Virtual { get; private set; }

    public string Port => Virtual.LinkPath;

    /// <summary>A token whose owner agrees at once to whatever it asks.</summary>
    public static VirtualTokenOptions Attended => Unattended with { AgreeAfter = TimeSpan.Zero };

    /// <summary>Nobody presses its button.</summary>
    public static VirtualTokenOptions Unattended => new() { ClockOffset = ClockOffsetInto(second: 1) };

    /// <summary>An attended token that has Alice's account.</summary>
    public static Task<TestToken> PluggedIntoAsync(TestHost host) => PluggedIntoAsync(host, Attended);

    /// <summary>
    /// How wrong a clock must be to be so many seconds into the present time step now. It is the right step, and a test
    /// does not depend on whether a code happens to end while it runs.
    /// </summary>
    public static TimeSpan ClockOffsetInto(int second) =>
        TimeSpan.FromSeconds(second - (DateTimeOffset.UtcNow.ToUnixTimeSeconds() % 30));

    /// <param name="accounts">In the place of Alice's alone.</param>
    public static async Task<TestToken> PluggedIntoAsync(TestHost host, VirtualTokenOptions options, params string[] accounts)
    {
        // By a token that agrees, whatever the options say: accounts are stored after a press.
        string state = Path.Combine(host.Folder, Guid.NewGuid().ToString("N"));
        await using (VirtualToken preparing = VirtualToken.Start(new VirtualTokenOptions
        {
            Link = LinkAddress.Parse("tcp:127.0.0.1:0"),
            StateFile = state,
            AgreeAfter = TimeSpan.Zero,
            ClockOffset = options.ClockOffset,
        }))
        {
            await using TokenClient client = await TokenClient.ConnectAsync(
                await TcpTransport.OpenAsync(PortAddress.Parse(preparing.LinkPath), CancellationToken.None),
                new TokenTimeouts(),
                TimeProvider.System);
            foreach (string name in accounts.DefaultIfEmpty(Alice).Where(name => name.Length > 0))
            {
                await client.PutAccountAsync(new TokenAccount(name, OtpAlgorithm.HmacSha1), Key);
            }
        }

        LinkAddress link = options.Link != LinkAddress.Default || OperatingSystem.IsWindows()
            ? options.Link
            : LinkAddress.Parse(state + ".tty");
        var token = new TestToken(options with { Link = link, StateFile = state });
        host.Ports.Add(new PortInfo(token.Port, UsbId.Parse("10c4", "ea60"), "CP2102N", null, MayBeToken: true));
        return token;
    }

    /// <summary>Power off and on: its storage has kept what it had, and its clock the time.</summary>
    /// <param name="options">Another owner from now on.</param>
    public async Task RestartAsync(VirtualTokenOptions? options = null)
    {
        await Virtual.DisposeAsync();
        Virtual = VirtualToken.Start((options ?? _options) with { Link = _options.Link, StateFile = _options.StateFile });
    }

    /// <summary>Presses until something has come of it: a press that comes too soon after the question is no answer.</summary>
    public async Task PressUntilAsync(Task done, bool isLong = false)
    {
        while (!done.IsCompleted)
        {
            await (isLong ? Virtual.LongPressAsync() : Virtual.PressAsync());
        }
    }

    /// <summary>Ends when the screen fulfils a condition, or has done so already.</summary>
    public async Task ShowsAsync(Func<VirtualToken, bool> condition)
    {
        var shown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (condition(Virtual))
            {
                shown.TrySetResult();
            }
        }

        Virtual.ScreenChanged += _ => Look();
        Look();
        await shown.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    public ValueTask DisposeAsync() => Virtual.DisposeAsync();
}
