using HwToken.Base;
using HwToken.Client.Accounts;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Client.Tests.Peers;
using HwToken.Client.Transports;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.TestKit.Desktop;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;
using HwToken.Virtual;

namespace HwToken.Client.Tests.EndToEnd;

/// <summary>The client against the token's own program, in a desk's time.</summary>
public sealed class VirtualTokenTests : IDisposable
{
    private const string Alice = "arn:aws:iam::123456789012:mfa/alice";

    // AWS's keys are of this length.
    private static readonly byte[] Key = [.. "1234567890123456789012345678901234567890"u8];
    private static readonly CodeRequest Code = new(Alice) { Text = "aws: prod-admin" };

    private readonly TempFolder _folder = new();
    private readonly Desk _desk = new();
    private readonly DeskFlash _flash = new();
    private readonly TaskCompletionSource _asking = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static VirtualTokenOptions Silent => new() { ClockOffset = TimeSpan.Zero };

    private static VirtualTokenOptions Agreeing => Silent with { AgreeAfter = VirtualTokenOptions.AutomaticDelay };

    private IProgress<TokenWait> Asking => new Signal(_asking);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Accounts_PutRenamedAndDeleted_AreListedAsTheyAre()
    {
        await using DeskToken token = Plug(Agreeing);
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
        VirtualTokenOptions options = Agreeing;
        await using (DeskToken first = Plug(options))
        {
            await using TokenClient client = await ConnectAsync(first);
            await client.PutAccountAsync(new TokenAccount(Alice), Key);
            await client.BeginSetPinAsync(5, erases: false);
            using PinLetters letters = ReadLetters(first, "258013");
            await client.EnterPinAsync(letters);
            Assert.Equal(new TokenPin(true, false, 5, 5, false), (await client.GetInfoAsync()).Pin);
        }

        await using DeskToken token = Plug(options);
        await using TokenClient again = await ConnectAsync(token);
        Assert.Equal(TokenState.Locked, again.StateAtConnect);
        Assert.Equal(Status.Locked, (await Assert.ThrowsAsync<TokenException>(() => again.GetCodeAsync(Code))).Status);

        await again.BeginUnlockAsync();
        using (PinLetters wrong = ReadLetters(token, "258014"))
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
    public async Task GetCodeAsync_Agreed_IsTheCodeOfItsStep()
    {
        await using DeskToken token = Plug(Agreeing);
        await using TokenClient client = await ConnectAsync(token);
        await client.PutAccountAsync(new TokenAccount(Alice), Key);

        MfaCode code = await client.GetCodeAsync(Code);

        Assert.Equal(ReferenceTotp.Code(Key, code.TimeStep), code.Reveal());
        Assert.Equal(_desk.Time.GetUtcNow().ToUnixTimeSeconds() / 30, code.TimeStep);
    }

    [Fact]
    public async Task GetCodeAsync_StepNotDueYet_IsWaitedFor()
    {
        await using DeskToken token = Plug(Agreeing);
        await using TokenClient client = await ConnectAsync(token);
        await client.PutAccountAsync(new TokenAccount(Alice), Key);
        var progress = new ProgressLog();
        long next = (_desk.Time.GetUtcNow().ToUnixTimeSeconds() / 30) + 1;

        MfaCode code = await client.GetCodeAsync(Code with { NotBeforeStep = next }, progress);

        Assert.Equal(next, code.TimeStep);
        Assert.Equal([TokenWaitReason.Press, TokenWaitReason.TimeStep], progress.Waits.Select(wait => wait.Reason));
    }

    [Fact]
    public async Task GetCodeAsync_Declined_SaysSo()
    {
        await using DeskToken token = await WithAliceAsync();
        await using TokenClient client = await ConnectAsync(token);
        Task<MfaCode> code = client.GetCodeAsync(Code);

        // A press that begins together with the question is no answer to it: the first one may come too early.
        while (await _desk.AwaitsUserAsync(code))
        {
            await token.LongPressAsync();
        }

        Assert.Equal(Status.Declined, (await Assert.ThrowsAsync<TokenException>(() => code)).Status);
    }

    [Fact]
    public async Task GetCodeAsync_NobodyPresses_SaysSoWhenTheTokenGivesUp()
    {
        await using DeskToken token = await WithAliceAsync();
        await using TokenClient client = await ConnectAsync(token);
        Task<MfaCode> code = client.GetCodeAsync(Code, Asking);
        await _asking.Task;

        _desk.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal(Status.TimedOut, (await Assert.ThrowsAsync<TokenException>(() => code)).Status);
    }

    [Fact]
    public async Task GetCodeAsync_Cancelled_PutsTheScreenBack()
    {
        await using DeskToken token = await WithAliceAsync();
        await using TokenClient client = await ConnectAsync(token);
        string dark = token.Screen.ToText();
        using var interruption = new CancellationTokenSource();
        Task<MfaCode> code = client.GetCodeAsync(Code, Asking, interruption.Token);
        await _asking.Task;
        Assert.NotEqual(dark, token.Screen.ToText());

        await interruption.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => code);
        Assert.False(await client.CancelAsync());
        Assert.True(_desk.PassUntil(() => token.Screen.ToText() == dark, TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task ConnectAsync_HostVanishedWhileTheTokenAsked_CancelsItsRequest()
    {
        await using DeskToken token = await WithAliceAsync();
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
        await using DeskToken token = await WithAliceAsync();
        await using TokenClient client = await ConnectAsync(token);
        Task<MfaCode> code = client.GetCodeAsync(Code, Asking);
        await _asking.Task;

        await token.DisposeAsync();

        await Assert.ThrowsAsync<TokenUnpluggedException>(() => code);
    }

    [Fact]
    public async Task GetCodeAsync_MisspeltAccount_OffersTheNearOne()
    {
        await using DeskToken token = await WithAliceAsync();
        await using TokenClient client = await ConnectAsync(token);

        var e = await Assert.ThrowsAsync<AccountNotFoundException>(
            () => client.GetCodeAsync(new CodeRequest("arn:aws:iam::123456789012:mfa/alcie")));

        Assert.Equal([Alice], e.NearNames);
    }

    [Fact]
    public async Task SetClockAsync_ClockNeverSet_MakesCodesPossible()
    {
        await using DeskToken token = Plug(Agreeing with { ClockOffset = null });
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
        await using DeskToken token = Plug(Agreeing);
        await using TokenClient client = await ConnectAsync(token);
        await client.PutAccountAsync(new TokenAccount(Alice), Key);

        await client.WipeAsync();

        Assert.Empty(await client.ListAccountsAsync());
    }

    private DeskToken Plug(VirtualTokenOptions options) => _desk.Plug("token", options, _flash);

    private Task<TokenClient> ConnectAsync(DeskToken token) => new TokenFinder(new TokenFinderOptions
    {
        LockFolder = _folder["locks"],
        Open = _desk.OpenAsync,
        TimeProvider = _desk.Time,
    }).ConnectAsync(PortAddress.Parse(token.LinkPath));

    /// <summary>A token with one account, whose button a test presses.</summary>
    private async Task<DeskToken> WithAliceAsync()
    {
        await using (DeskToken token = Plug(Agreeing))
        {
            await using TokenClient client = await ConnectAsync(token);
            await client.PutAccountAsync(new TokenAccount(Alice), Key);
        }

        return Plug(Silent);
    }

    /// <summary>The token's owner looks at its screen.</summary>
    private PinLetters ReadLetters(DeskToken token, string pin)
    {
        Assert.True(_desk.PassUntil(() => PanelLetters.Of(token.Screen, pin) is not null, TimeSpan.FromSeconds(30)));
        return PinLetters.TryParse(PanelLetters.Of(token.Screen, pin)!)!;
    }

    /// <summary>Asks until the wait behind a wrong PIN is over.</summary>
    private async Task UnlockAsync(TokenClient client, DeskToken token, string pin)
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
                _desk.Advance(TimeSpan.FromMilliseconds(100));
            }
        }

        using PinLetters letters = ReadLetters(token, pin);
        await client.EnterPinAsync(letters);
    }

    private sealed class Signal(TaskCompletionSource signal) : IProgress<TokenWait>
    {
        public void Report(TokenWait value) => signal.TrySetResult();
    }
}
