using HwToken.Base;
using HwToken.Client.Accounts;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Client.Tests.Peers;
using HwToken.Core.Otp;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Tests;

public class TokenClientTests
{
    private const string Alice = "arn:aws:iam::123456789012:mfa/alice";

    // The first 8 bytes of SHA-1 over Alice, as in the examples of shared/PROTOCOL.md.
    private static readonly byte[] AliceId = Hex.Bytes("19 C6 FC E1 9D 71 01 95");

    private readonly Bench _bench = new();

    [Fact]
    public async Task ConnectAsync_ReadyToken_TellsItsSerialNumberAndCancelsNothing()
    {
        TokenClient client = await _bench.ConnectAsync();

        Assert.Equal((ScriptedToken.Serial, TokenState.Ready, "memory"), (client.Serial, client.StateAtConnect, client.Port));
        Assert.Equal([Command.Hello], _bench.Token.Commands);
    }

    [Theory]
    [InlineData(TokenState.Asking)]
    [InlineData(TokenState.AwaitingStep)]
    public async Task ConnectAsync_StaleRequestPending_CancelsIt(TokenState state)
    {
        _bench.Token.On(Command.Hello, r => [r.Ok(ScriptedToken.Hello(state))]).On(Command.Cancel, r => [r.Ok()]);

        TokenClient client = await _bench.ConnectAsync();

        Assert.Equal([Command.Hello, Command.Cancel], _bench.Token.Commands);
        Assert.Equal(state, client.StateAtConnect);
    }

    [Fact]
    public async Task ConnectAsync_StaleRequestEndsByItself_IsNoFailure()
    {
        _bench.Token
            .On(Command.Hello, r => [r.Ok(ScriptedToken.Hello(TokenState.Asking))])
            .On(Command.Cancel, r => [r.Refuse(Status.NothingToCancel)]);

        await _bench.ConnectAsync();
    }

    [Fact]
    public async Task ConnectAsync_OtherVersionsInHello_NamesThemAndClosesTheLine()
    {
        HelloReply hello = ScriptedToken.Hello();
        (hello.MinVersion, hello.MaxVersion) = (2, 3);
        _bench.Token.On(Command.Hello, r => [r.Ok(hello)]);

        var e = await Assert.ThrowsAsync<TokenException>(() => _bench.ConnectAsync());

        Assert.Equal(Status.UnsupportedVersion, e.Status);
        Assert.Contains("2 to 3", e.Message, StringComparison.Ordinal);
        Assert.True(_bench.Line.IsDisposed);
    }

    [Fact]
    public async Task ConnectAsync_VersionRefused_NamesWhatTheTokenSpeaks()
    {
        // As the example "unsupported-version" of shared/PROTOCOL.md, for versions 2 to 5.
        _bench.Token.On(Command.Hello, r => [r.Reply(Status.UnsupportedVersion, new TwoBytes(2, 5))]);

        var e = await Assert.ThrowsAsync<TokenException>(() => _bench.ConnectAsync());

        Assert.Contains("2 to 5", e.Message, StringComparison.Ordinal);
    }

    /// <param name="isLocked">A locked token does not tell how many there are.</param>
    [Theory]
    [InlineData(false, 4)]
    [InlineData(true, null)]
    public async Task GetInfoAsync_Answer_IsTold(bool isLocked, int? accounts)
    {
        var info = new InfoReply { FirmwareMajor = 1, FirmwareMinor = 2, FirmwarePatch = 3, Accounts = 4, AccountCapacity = 100, ExternalPower = true };
        info.Board.TrySet("virtual");
        info.Clock.UnixSeconds = 1_800_000_000;
        info.Clock.LastSetUnixSeconds = 1_799_913_600;
        (info.Pin.IsSet, info.Pin.IsLocked, info.Pin.TriesLeft, info.Pin.MaxTries, info.Pin.Erases) = (true, isLocked, 2, 5, true);
        ClockQuality quality = info.Clock.Quality;
        (quality.BoundMs, quality.YearBoundMs, quality.GainedMs) = (1250, 43_600, -9);
        (quality.ResidualPpb, quality.ResidualUncertaintyPpb, quality.Aging) = (-150, 100, 15);
        (quality.Rate, quality.Temperature, quality.ComparedUnixSeconds) = (ClockRate.Learned, 21, 1_799_913_601);
        (quality.Jumps, quality.BackwardJumps) = (2, 1);
        _bench.Token.On(Command.Info, r => [r.Ok(info)]);
        TokenClient client = await _bench.ConnectAsync();

        TokenInfo told = await client.GetInfoAsync();

        var clock = new TokenClock(
            ClockState.Running, new(2027, 1, 15, 8, 0, 0, TimeSpan.Zero), new(2027, 1, 14, 8, 0, 0, TimeSpan.Zero), Bench.Start)
        {
            Accuracy = new ClockAccuracy(
                TimeSpan.FromMilliseconds(1250),
                TimeSpan.FromMilliseconds(43_600),
                TimeSpan.FromMilliseconds(-9),
                -0.15,
                0.1,
                15,
                ClockRate.Learned,
                21,
                new(2027, 1, 14, 8, 0, 1, TimeSpan.Zero),
                2,
                1),
        };
        var pin = new TokenPin(IsSet: true, isLocked, TriesLeft: 2, MaxTries: 5, Erases: true);
        var seal = new TokenSeal(false, null, null, 0, null);
        Assert.Equal(new TokenInfo(new Version(1, 2, 3), "virtual", accounts, 100, null, true, clock, pin, seal), told);
    }

    [Fact]
    public async Task ListAccountsAsync_ManyPages_GivesAllInOrder()
    {
        string[] names = [.. Enumerable.Range(0, 100).Select(i => $"issuer:account{i}")];
        _bench.Token.On(Command.ListAccounts, r => [r.Ok(Page(names, r.As<ListAccountsRequest>().Start))]);
        TokenClient client = await _bench.ConnectAsync();

        IReadOnlyList<TokenAccount> accounts = await client.ListAccountsAsync();

        Assert.Equal(names, accounts.Select(a => a.Name));
        Assert.Equal(new TokenAccount("issuer:account0", OtpAlgorithm.HmacSha1, 6, 30), accounts[0]);
    }

    [Fact]
    public async Task ListAccountsAsync_EmptyToken_IsEmpty()
    {
        _bench.Token.On(Command.ListAccounts, r => [r.Ok(new ListAccountsReply())]);
        TokenClient client = await _bench.ConnectAsync();

        Assert.Empty(await client.ListAccountsAsync());
    }

    [Fact]
    public async Task ListAccountsAsync_EndlessEmptyPages_AreNotAskedFor()
    {
        _bench.Token.On(Command.ListAccounts, r => [r.Ok(new ListAccountsReply { Total = 200 })]);
        TokenClient client = await _bench.ConnectAsync();

        await Assert.ThrowsAsync<NotATokenException>(() => client.ListAccountsAsync());
        Assert.Single(_bench.Asked);
    }

    [Fact]
    public async Task PutAccountAsync_KeyTooLong_IsNotSent()
    {
        TokenClient client = await _bench.ConnectAsync();

        var e = await Assert.ThrowsAsync<TokenException>(() => client.PutAccountAsync(new TokenAccount(Alice), new byte[129]));

        Assert.Equal(Status.KeyInvalid, e.Status);
        Assert.Empty(_bench.Asked);
    }

    [Fact]
    public async Task PutAccountAsync_Agreed_SendsTheAccountAndItsKey()
    {
        _bench.Token.On(Command.PutAccount, r => [r.AwaitPress(30), r.Ok()]);
        TokenClient client = await _bench.ConnectAsync();

        await client.PutAccountAsync(new TokenAccount(Alice, OtpAlgorithm.HmacSha256, 8, 60), "12345678901234567890"u8.ToArray(), replace: true);

        var sent = Assert.Single(_bench.Asked).As<PutAccountRequest>();
        Assert.Equal((Alice, OtpAlgorithm.HmacSha256, 8, 60), (sent.Account.Name.ToString(), sent.Account.Algorithm, sent.Account.Digits, sent.Account.Period));
        Assert.Equal("12345678901234567890"u8, sent.Key.AsSpan(0, sent.KeyLength));
        Assert.True(sent.Replace);
    }

    [Fact]
    public async Task PutAccountAsync_Exists_NamesTheAccountAndTheCure()
    {
        _bench.Token.On(Command.PutAccount, r => [r.Refuse(Status.AccountExists)]);
        TokenClient client = await _bench.ConnectAsync();

        var e = await Assert.ThrowsAsync<TokenException>(() => client.PutAccountAsync(new TokenAccount(Alice), new byte[20]));

        Assert.Equal((Status.AccountExists, TokenFailure.Refused), (e.Status, e.Kind));
        Assert.Contains(Alice, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RenameAccountAsync_Agreed_SendsIdAndNewName()
    {
        _bench.Token.On(Command.RenameAccount, r => [r.AwaitPress(30), r.Ok()]);
        TokenClient client = await _bench.ConnectAsync();

        await client.RenameAccountAsync(Alice, "aws:alice");

        var sent = Assert.Single(_bench.Asked).As<RenameAccountRequest>();
        Assert.Equal(AliceId, sent.AccountId);
        Assert.Equal("aws:alice", sent.NewName.ToString());
    }

    [Fact]
    public async Task RenameAccountAsync_NewNameTaken_NamesTheNewName()
    {
        _bench.Token.On(Command.RenameAccount, r => [r.Refuse(Status.AccountExists)]);
        TokenClient client = await _bench.ConnectAsync();

        var e = await Assert.ThrowsAsync<TokenException>(() => client.RenameAccountAsync(Alice, "aws:bob"));

        Assert.Contains("aws:bob", e.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Alice, e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DeleteAccountAsync_UnknownName_OffersNearNames()
    {
        _bench.Token
            .On(Command.DeleteAccount, r => [r.Refuse(Status.NoSuchAccount)])
            .On(Command.ListAccounts, r => [r.Ok(Page([Alice, "github:carol"], r.As<ListAccountsRequest>().Start))]);
        TokenClient client = await _bench.ConnectAsync();

        var e = await Assert.ThrowsAsync<AccountNotFoundException>(
            () => client.DeleteAccountAsync("arn:aws:iam::123456789012:mfa/alcie"));

        Assert.Equal([Alice], e.NearNames);
        Assert.Contains(Alice, e.Hint, StringComparison.Ordinal);
        Assert.Equal(TokenFailure.Refused, e.Kind);
    }

    [Fact]
    public async Task GetCodeAsync_Agreed_GivesTheCodeAndSaysWhatTheTokenWaitsFor()
    {
        _bench.Token.On(Command.GetCode, r =>
        [
            r.AwaitPress(30), r.AwaitStep(12), r.Ok(new GetCodeReply { Code = 50219, Digits = 6, TimeStep = 60_000_001, SecondsLeft = 30 }),
        ]);
        TokenClient client = await _bench.ConnectAsync();
        var progress = new ProgressLog();

        MfaCode code = await client.GetCodeAsync(
            new CodeRequest(Alice) { Text = "aws: prod-admin", MinimumSecondsLeft = 5, NotBeforeStep = 60_000_001 }, progress);

        Assert.Equal(("050219", 60_000_001, 30), (code.Reveal(), code.TimeStep, code.SecondsLeft));
        Assert.Equal(
            [new(TokenWaitReason.Press, TimeSpan.FromSeconds(30)), new(TokenWaitReason.TimeStep, TimeSpan.FromSeconds(12))],
            progress.Waits);
        var sent = Assert.Single(_bench.Asked).As<GetCodeRequest>();
        Assert.Equal(AliceId, sent.AccountId);
        Assert.Equal(("aws: prod-admin", 5, 60_000_001), (sent.Text.ToString(), sent.MinimumSecondsLeft, sent.NotBeforeStep));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(256, 0)]
    [InlineData(0, -1)]
    public async Task GetCodeAsync_ArgumentThatCannotBeSent_IsRefused(int minimumSecondsLeft, long notBeforeStep)
    {
        TokenClient client = await _bench.ConnectAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => client.GetCodeAsync(
            new CodeRequest(Alice) { MinimumSecondsLeft = minimumSecondsLeft, NotBeforeStep = notBeforeStep }));
    }

    [Theory]
    [InlineData(Status.Declined)]
    [InlineData(Status.TimedOut)]
    [InlineData(Status.ClockNeverSet)]
    [InlineData(Status.ClockStopped)]
    public async Task GetCodeAsync_Refused_SaysWhyAndTheCure(Status status)
    {
        _bench.Token.On(Command.GetCode, r => [r.AwaitPress(30), r.Refuse(status)]);
        TokenClient client = await _bench.ConnectAsync();

        var e = await Assert.ThrowsAsync<TokenException>(() => client.GetCodeAsync(new CodeRequest(Alice)));

        Assert.Equal((status, TokenFailure.Refused), (e.Status, e.Kind));
        Assert.Single(_bench.Asked);
    }

    [Fact]
    public async Task SetClockAsync_Agreed_SendsThisComputersTime()
    {
        var reply = new ClockReply { UnixSeconds = 1_800_000_007 };
        _bench.Token.On(Command.SetClock, r => [r.AwaitPress(30), r.Ok(reply)]);
        TokenClient client = await _bench.ConnectAsync();

        TokenClock clock = await client.SetClockAsync();

        // 2027-01-15T08:00:00.250Z, as the example "set-clock-request" of shared/PROTOCOL.md.
        var sent = Assert.Single(_bench.Asked).As<SetClockRequest>();
        Assert.Equal((1_800_000_000, 250), (sent.UnixSeconds, sent.Milliseconds));
        Assert.Equal(7, clock.SecondsAhead);
    }

    [Fact]
    public async Task GetClockAsync_NeverSet_TellsNoTime()
    {
        _bench.Token.On(Command.GetClock, r => [r.Ok(new ClockReply { State = ClockState.NeverSet })]);
        TokenClient client = await _bench.ConnectAsync();

        Assert.Equal(new TokenClock(ClockState.NeverSet, null, null, Bench.Start), await client.GetClockAsync());
    }

    [Fact]
    public async Task CancelAsync_NothingPending_IsFalse()
    {
        _bench.Token.On(Command.Cancel, r => [r.Refuse(Status.NothingToCancel)]);
        TokenClient client = await _bench.ConnectAsync();

        Assert.False(await client.CancelAsync());
    }

    [Fact]
    public async Task WipeAsync_Agreed_Completes()
    {
        _bench.Token.On(Command.Wipe, r => [r.AwaitPress(30), r.Ok()]);
        TokenClient client = await _bench.ConnectAsync();

        await client.WipeAsync();

        Assert.Equal([Command.Wipe], _bench.Asked.Select(r => r.Command));
    }

    [Fact]
    public async Task DisposeAsync_Connected_ClosesTheLine()
    {
        TokenClient client = await _bench.ConnectAsync();

        await client.DisposeAsync();

        Assert.True(_bench.Line.IsDisposed);
    }

    private static ListAccountsReply Page(string[] names, int start)
    {
        var page = new ListAccountsReply { Total = names.Length, Count = Math.Min(ListAccountsReply.MaxEntries, names.Length - start) };
        for (int i = 0; i < page.Count; i++)
        {
            page.Entries[i].Name.TrySet(names[start + i]);
        }

        return page;
    }

    private sealed class TwoBytes(int first, int second) : IMessage
    {
        public void Write(PayloadWriter writer)
        {
            writer.WriteByte(first);
            writer.WriteByte(second);
        }

        public void Read(PayloadReader reader) => throw new NotSupportedException();
    }
}
