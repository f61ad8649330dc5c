using HwToken.Base;
using HwToken.Client.Accounts;
using HwToken.Client.Errors;
using HwToken.Client.Tests.Peers;
using HwToken.Client.Transports;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;
using HwToken.Virtual;
using HwToken.Virtual.Chips;
using HwToken.Virtual.Links;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Client.Tests.EndToEnd;

/// <summary>The client against the token's own program, over a real line. Only the parts of its board are simulated.</summary>
public sealed class VirtualTokenTests : IDisposable
{
    private const string Alice = "arn:aws:iam::123456789012:mfa/alice";

    // AWS's keys are of this length.
    private static readonly byte[] Key = [.. "1234567890123456789012345678901234567890"u8];
    private static readonly CodeRequest Code = new(Alice) { Text = "aws: prod-admin" };

    private readonly TempFolder _folder = new();
    private readonly TaskCompletionSource _asking = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private VirtualTokenOptions Silent => new()
    {
        Link = LinkAddress.Parse(OperatingSystem.IsWindows() ? "tcp:127.0.0.1:0" : _folder["token"]),
        ClockOffset = TimeSpan.Zero,
    };

    private VirtualTokenOptions Agreeing => Silent with { AgreeAfter = VirtualTokenOptions.AutomaticDelay };

    private IProgress<TokenWait> Asking => new Signal(_asking);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Accounts_PutRenamedAndDeleted_AreListedAsTheyAre()
    {
        await using VirtualToken token = VirtualToken.Start(Agreeing);
        await using TokenClient client = await ConnectAsync(token);
        TokenAccount[] accounts = [new(Alice), new("github:alice", OtpAlgorithm.HmacSha256, 8, 60)];

        foreach (TokenAccount account in accounts)
        {
            await client.PutAccountAsync(account, Key);
        }

        Assert.Equal(accounts, await client.ListAccountsAsync());
        Assert.Equal(2, (await client.GetInfoAsync()).Accounts);
        Assert.Equal(Status.AccountExists, (await Assert.ThrowsAsync<TokenException>(() => client.PutAccountAsync(accounts[0], Key))).Status);
        await client.RenameAccountAsync("github:alice", "github:bob");
        await client.DeleteAccountAsync(Alice);
        Assert.Equal([accounts[1] with { Name = "github:bob" }], await client.ListAccountsAsync());
    }

    [Fact]
    public async Task Pin_SetThenPowerOffAndOn_LocksUntilItIsGivenByTheLettersOfTheScreen()
    {
        VirtualTokenOptions options = Agreeing with { StateFile = _folder["state"] };
        await using (VirtualToken first = VirtualToken.Start(options))
        {
            await using TokenClient client = await ConnectAsync(first);
            await client.PutAccountAsync(new TokenAccount(Alice), Key);
            await client.BeginSetPinAsync(5, erases: false);
            using PinLetters letters = await ReadLettersAsync(first, "258013");
            await client.EnterPinAsync(letters);
            Assert.Equal(new TokenPin(true, false, 5, 5, false), (await client.GetInfoAsync()).Pin);
        }

        await using VirtualToken token = VirtualToken.Start(options);
        await using TokenClient again = await ConnectAsync(token);
        Assert.Equal(TokenState.Locked, again.StateAtConnect);
        Assert.Equal(Status.Locked, (await Assert.ThrowsAsync<TokenException>(() => again.GetCodeAsync(Code))).Status);

        await again.BeginUnlockAsync();
        using (PinLetters wrong = await ReadLettersAsync(token, "258014"))
        {
            Assert.Equal(Status.PinWrong, (await Assert.ThrowsAsync<TokenException>(() => again.EnterPinAsync(wrong))).Status);
        }

        Assert.Equal(4, (await again.GetInfoAsync()).Pin.TriesLeft);
        await UnlockAsync(again, token, "258013");
        Assert.Equal(6, (await again.GetCodeAsync(Code)).Reveal().Length);
        await again.LockAsync();
        Assert.True((await again.GetInfoAsync()).Pin.IsLocked);
    }

    [Fact]
    public async Task PutAccountAsync_Done_LeavesTheKeyNowhereInTheClient()
    {
        await using VirtualToken token = VirtualToken.Start(Agreeing);
        await using TokenClient client = await ConnectAsync(token);
        byte[] key = [.. Key];

        await client.PutAccountAsync(new TokenAccount(Alice), key);

        Assert.Empty(SecretSearch.Find(client, Key.AsSpan(0, 8)));
        Assert.Equal(Key, key);
    }

    [Fact]
    public async Task GetCodeAsync_Agreed_IsTheCodeOfItsStep()
    {
        await using VirtualToken token = VirtualToken.Start(Agreeing);
        await using TokenClient client = await ConnectAsync(token);
        await client.PutAccountAsync(new TokenAccount(Alice), Key);

        MfaCode code = await client.GetCodeAsync(Code);

        Assert.Equal(ReferenceTotp.Code(Key, code.TimeStep), code.Reveal());
        long now = DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30;
        Assert.InRange(code.TimeStep, now - 1, now);
    }

    [Fact]
    public async Task GetCodeAsync_StepNotDueYet_IsWaitedFor()
    {
        // Three seconds before a step begins: time to store the account and to agree, and little to wait.
        TimeSpan offset = TimeSpan.FromSeconds(27) - TimeSpan.FromTicks(DateTimeOffset.UtcNow.Ticks % TimeSpan.FromSeconds(30).Ticks);
        await using VirtualToken token = VirtualToken.Start(Agreeing with { ClockOffset = offset });
        await using TokenClient client = await ConnectAsync(token);
        await client.PutAccountAsync(new TokenAccount(Alice), Key);
        var progress = new ProgressLog();
        long next = ((DateTimeOffset.UtcNow + offset).ToUnixTimeSeconds() / 30) + 1;

        MfaCode code = await client.GetCodeAsync(Code with { NotBeforeStep = next }, progress);

        Assert.Equal(next, code.TimeStep);
        Assert.Equal(TokenWaitReason.Press, progress.Waits[0].Reason);
    }

    [Fact]
    public async Task GetCodeAsync_Declined_SaysSo()
    {
        await using VirtualToken token = VirtualToken.Start(Silent with { StateFile = await StateWithAliceAsync() });
        await using TokenClient client = await ConnectAsync(token);
        Task<MfaCode> code = client.GetCodeAsync(Code, Asking);
        await _asking.Task;

        // A press that begins together with the question is no answer to it: the first one may come too early.
        while (!code.IsCompleted)
        {
            await token.LongPressAsync();
        }

        Assert.Equal(Status.Declined, (await Assert.ThrowsAsync<TokenException>(() => code)).Status);
    }

    [Fact]
    public async Task GetCodeAsync_NobodyPresses_SaysSoWhenTheTokenGivesUp()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using VirtualToken token = VirtualToken.Start(Silent with { StateFile = await StateWithAliceAsync(), TimeProvider = time });
        await using TokenClient client = await ConnectAsync(token);
        Task<MfaCode> code = client.GetCodeAsync(Code, Asking);
        await _asking.Task;

        time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(Status.TimedOut, (await Assert.ThrowsAsync<TokenException>(() => code)).Status);
    }

    [Fact]
    public async Task GetCodeAsync_Cancelled_PutsTheScreenBack()
    {
        await using VirtualToken token = VirtualToken.Start(Silent with { StateFile = await StateWithAliceAsync() });
        await using TokenClient client = await ConnectAsync(token);
        PanelPicture dark = token.Screen;
        using var interruption = new CancellationTokenSource();
        Task<MfaCode> code = client.GetCodeAsync(Code, Asking, interruption.Token);
        await _asking.Task;
        var back = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.ScreenChanged += picture =>
        {
            if (picture.ToText() == dark.ToText())
            {
                back.TrySetResult();
            }
        };

        await interruption.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => code);
        Assert.False(await client.CancelAsync());
        await back.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task ConnectAsync_HostVanishedWhileTheTokenAsked_CancelsItsRequest()
    {
        await using VirtualToken token = VirtualToken.Start(Silent with { StateFile = await StateWithAliceAsync() });
        TokenClient vanishing = await ConnectAsync(token);
        Task<MfaCode> code = vanishing.GetCodeAsync(Code, Asking);
        await _asking.Task;
        await vanishing.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => code);

        await using TokenClient client = await ConnectAsync(token);

        Assert.Equal(TokenState.Asking, client.StateAtConnect);
        Assert.False(await client.CancelAsync());
    }

    [Fact]
    public async Task GetCodeAsync_UnpluggedWhileTheTokenAsks_SaysSo()
    {
        await using VirtualToken token = VirtualToken.Start(Silent with { StateFile = await StateWithAliceAsync() });
        await using TokenClient client = await ConnectAsync(token);
        Task<MfaCode> code = client.GetCodeAsync(Code, Asking);
        await _asking.Task;

        await token.DisposeAsync();

        await Assert.ThrowsAsync<TokenUnpluggedException>(() => code);
    }

    [Fact]
    public async Task GetCodeAsync_MisspeltAccount_OffersTheNearOne()
    {
        await using VirtualToken token = VirtualToken.Start(Silent with { StateFile = await StateWithAliceAsync() });
        await using TokenClient client = await ConnectAsync(token);

        var e = await Assert.ThrowsAsync<AccountNotFoundException>(
            () => client.GetCodeAsync(new CodeRequest("arn:aws:iam::123456789012:mfa/alcie")));

        Assert.Equal([Alice], e.NearNames);
    }

    [Fact]
    public async Task SetClockAsync_ClockNeverSet_MakesCodesPossible()
    {
        await using VirtualToken token = VirtualToken.Start(Agreeing with { ClockOffset = null });
        await using TokenClient client = await ConnectAsync(token);
        await client.PutAccountAsync(new TokenAccount(Alice), Key);
        Assert.Equal(ClockState.NeverSet, (await client.GetClockAsync()).State);
        Assert.Equal(Status.ClockNeverSet, (await Assert.ThrowsAsync<TokenException>(() => client.GetCodeAsync(Code))).Status);

        TokenClock clock = await client.SetClockAsync();

        Assert.Equal(ClockState.Running, clock.State);
        Assert.InRange(clock.SecondsAhead!.Value, -1, 1);
        Assert.Equal(6, (await client.GetCodeAsync(Code)).Reveal().Length);
    }

    [Fact]
    public async Task WipeAsync_Agreed_ForgetsEverything()
    {
        await using VirtualToken token = VirtualToken.Start(Agreeing);
        await using TokenClient client = await ConnectAsync(token);
        await client.PutAccountAsync(new TokenAccount(Alice), Key);

        await client.WipeAsync();

        Assert.Empty(await client.ListAccountsAsync());
    }

    [Fact]
    public async Task ConnectAsync_TcpLink_WorksAsASerialPortDoes()
    {
        await using VirtualToken token = VirtualToken.Start(Agreeing with { Link = LinkAddress.Parse("tcp:127.0.0.1:0") });
        await using TokenClient client = await ConnectAsync(token);

        await client.PutAccountAsync(new TokenAccount(Alice), Key);

        Assert.Equal("virtual", (await client.GetInfoAsync()).Board);
        Assert.Equal([new TokenAccount(Alice)], await client.ListAccountsAsync());
    }

    private Task<TokenClient> ConnectAsync(VirtualToken token) =>
        new TokenFinder(new TokenFinderOptions { LockFolder = _folder["locks"] }).ConnectAsync(PortAddress.Parse(token.LinkPath));

    /// <summary>The state of a token with one account, for tokens whose button a test presses.</summary>
    private async Task<string> StateWithAliceAsync()
    {
        string path = _folder["state"];
        await using VirtualToken token = VirtualToken.Start(Agreeing with { StateFile = path });
        await using TokenClient client = await ConnectAsync(token);
        await client.PutAccountAsync(new TokenAccount(Alice), Key);
        return path;
    }

    /// <summary>The token's owner looks at its screen.</summary>
    private static async Task<PinLetters> ReadLettersAsync(VirtualToken token, string pin)
    {
        var shown = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(PanelPicture picture)
        {
            if (PanelLetters.Of(picture, pin) is { } letters)
            {
                shown.TrySetResult(letters);
            }
        }

        token.ScreenChanged += Look;
        Look(token.Screen);
        return PinLetters.TryParse(await shown.Task.WaitAsync(TimeSpan.FromSeconds(30)))!;
    }

    /// <summary>Asks until the wait behind a wrong PIN is over.</summary>
    private static async Task UnlockAsync(TokenClient client, VirtualToken token, string pin)
    {
        while (true)
        {
            try
            {
                await client.BeginUnlockAsync();
                break;
            }
            catch (TokenException e) when (e.Status == Status.PinWait)
            {
                await Task.Yield();
            }
        }

        using PinLetters letters = await ReadLettersAsync(token, pin);
        await client.EnterPinAsync(letters);
    }

    private sealed class Signal(TaskCompletionSource signal) : IProgress<TokenWait>
    {
        public void Report(TokenWait value) => signal.TrySetResult();
    }
}
