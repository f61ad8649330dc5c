using HwToken.Base;
using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Client.Tests.Peers;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Tests.Exchange;

/// <summary>What needs the owner: waiting, giving up, taking back.</summary>
public class TokenLineOwnerTests
{
    private static readonly CodeRequest Code = new("aws:alice");
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(1);

    private readonly Bench _bench = new();

    [Fact]
    public async Task AskOwner_NoReplyAtAll_IsWithdrawnAndNotRepeated()
    {
        _bench.Token.On(Command.GetCode, _ => []).On(Command.Cancel, r => [r.Refuse(Status.NothingToCancel)]);
        TokenClient client = await _bench.ConnectAsync();
        Task<MfaCode> asking = client.GetCodeAsync(Code);

        await _bench.AdvanceAsync(_bench.Timeouts.Reply);

        await Assert.ThrowsAsync<TokenSilentException>(() => asking);
        Assert.Equal([Command.GetCode, Command.Cancel], _bench.Asked.Select(r => r.Command));
    }

    [Fact]
    public async Task AskOwner_SilentAfterAskingForAPress_EndsAfterWhatItSaidAndSomeSlack()
    {
        _bench.Token.On(Command.GetCode, r => [r.AwaitPress(30)]).On(Command.Cancel, r => [r.Ok()]);
        TokenClient client = await _bench.ConnectAsync();
        Task<MfaCode> asking = client.GetCodeAsync(Code);

        await _bench.AdvanceAsync(TimeSpan.FromSeconds(30) + _bench.Timeouts.Slack - Moment);
        Assert.False(asking.IsCompleted);
        _bench.Time.Advance(Moment);

        await Assert.ThrowsAsync<TokenSilentException>(() => asking);
        Assert.Contains(Command.Cancel, _bench.Token.Commands);
    }

    [Fact]
    public async Task AskOwner_LongerThanTheTokenCanSay_IsWaitedFor()
    {
        PeerRequest? asked = null;
        _bench.Token.On(Command.GetCode, r => [(asked = r).AwaitStep(255)]);
        TokenClient client = await _bench.ConnectAsync();
        var progress = new ProgressLog();
        Task<MfaCode> asking = client.GetCodeAsync(Code, progress);

        await _bench.AdvanceAsync(TimeSpan.FromHours(24));
        _bench.Line.Send(asked!.Ok(new GetCodeReply { Digits = 6 }));

        Assert.Equal("000000", (await asking).Reveal());
        Assert.Equal([new TokenWait(TokenWaitReason.TimeStep, null)], progress.Waits);
    }

    [Fact]
    public async Task AskOwner_AnswerPutOffForEver_IsGivenUp()
    {
        _bench.Token
            .On(Command.GetCode, r => Enumerable.Repeat(r.AwaitPress(30), 100))
            .On(Command.Cancel, r => [r.Ok()]);
        TokenClient client = await _bench.ConnectAsync();

        await Assert.ThrowsAsync<NotATokenException>(() => client.GetCodeAsync(Code));
    }

    [Fact]
    public async Task AskOwner_InterimWithFinalStatus_IsNotBelieved()
    {
        _bench.Token
            .On(Command.GetCode, r => [r.Reply(Status.Ok, new GetCodeReply { Digits = 6 }, Frame.InterimFlag)])
            .On(Command.Cancel, r => [r.Ok()]);
        TokenClient client = await _bench.ConnectAsync();

        await Assert.ThrowsAsync<NotATokenException>(() => client.GetCodeAsync(Code));
    }

    [Fact]
    public async Task AskOwner_UnpluggedWhileWaiting_SaysSo()
    {
        _bench.Token.On(Command.GetCode, r => [r.AwaitPress(30)]);
        TokenClient client = await _bench.ConnectAsync();
        Task<MfaCode> asking = client.GetCodeAsync(Code);
        await _bench.Line.IdleAsync();

        _bench.Line.Unplug();

        var e = await Assert.ThrowsAsync<TokenUnpluggedException>(() => asking);
        Assert.Equal(("memory", TokenFailure.Failed), (e.Port, e.Kind));
    }

    [Fact]
    public async Task AskOwner_FloodWhileWaiting_EndsByCount()
    {
        _bench.Token
            .On(Command.GetCode, r => [r.AwaitPress(30), new byte[100_000]])
            .On(Command.Cancel, r => [r.Ok()]);
        TokenClient client = await _bench.ConnectAsync();

        await Assert.ThrowsAsync<NotATokenException>(() => client.GetCodeAsync(Code));
    }

    [Fact]
    public async Task AskOwner_Cancelled_WithdrawsTheRequestAndWaitsUntilTheTokenHasHeard()
    {
        PeerRequest? asked = null;
        PeerRequest? withdrawn = null;
        _bench.Token
            .On(Command.GetCode, r => [(asked = r).AwaitPress(30)])
            .On(Command.Cancel, r =>
            {
                withdrawn = r;
                return [];
            });
        TokenClient client = await _bench.ConnectAsync();
        using var interruption = new CancellationTokenSource();
        Task<MfaCode> asking = client.GetCodeAsync(Code, cancellationToken: interruption.Token);
        await _bench.Line.IdleAsync();

        await interruption.CancelAsync();
        await _bench.Line.IdleAsync();
        Assert.False(asking.IsCompleted);
        _bench.Line.Send(asked!.Refuse(Status.Cancelled), withdrawn!.Ok());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task AskOwner_CancelledAndTheTokenIsSilent_DoesNotKeepThePromptWaiting()
    {
        _bench.Token.On(Command.GetCode, r => [r.AwaitPress(30)]).On(Command.Cancel, _ => []);
        TokenClient client = await _bench.ConnectAsync();
        using var interruption = new CancellationTokenSource();
        Task<MfaCode> asking = client.GetCodeAsync(Code, cancellationToken: interruption.Token);
        await _bench.Line.IdleAsync();

        await interruption.CancelAsync();
        await _bench.AdvanceAsync(_bench.Timeouts.Withdrawal);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task AskOwner_CancelledAsTheOwnerAgreed_GivesWhatWasDone()
    {
        PeerRequest? asked = null;
        _bench.Token
            .On(Command.PutAccount, r => [(asked = r).AwaitPress(30)])
            .On(Command.Cancel, r => [asked!.Ok(), r.Refuse(Status.NothingToCancel)]);
        TokenClient client = await _bench.ConnectAsync();
        using var interruption = new CancellationTokenSource();
        Task putting = client.PutAccountAsync(new("aws:alice"), new byte[20], cancellationToken: interruption.Token);
        await _bench.Line.IdleAsync();

        await interruption.CancelAsync();

        await putting;
    }

    [Fact]
    public async Task AskOwner_CancelledBefore_SendsNothing()
    {
        TokenClient client = await _bench.ConnectAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.GetCodeAsync(Code, cancellationToken: new CancellationToken(canceled: true)));

        Assert.Empty(_bench.Asked);
    }

    [Fact]
    public async Task AskOwner_AfterACancelledOne_WorksAgain()
    {
        var answers = new Queue<Func<PeerRequest, IEnumerable<byte[]>>>(
            [r => [r.AwaitPress(30)], r => [r.AwaitPress(30), r.Ok(new GetCodeReply { Digits = 6, Code = 7 })]]);
        _bench.Token.On(Command.GetCode, r => answers.Dequeue()(r)).On(Command.Cancel, r => [r.Ok()]);
        TokenClient client = await _bench.ConnectAsync();
        using var interruption = new CancellationTokenSource();
        Task<MfaCode> asking = client.GetCodeAsync(Code, cancellationToken: interruption.Token);
        await _bench.Line.IdleAsync();
        await interruption.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);

        Assert.Equal("000007", (await client.GetCodeAsync(Code)).Reveal());
    }

    [Fact]
    public async Task AskOwner_ProgressHandlerThrows_WithdrawsTheRequest()
    {
        _bench.Token.On(Command.GetCode, r => [r.AwaitPress(30)]).On(Command.Cancel, r => [r.Ok()]);
        TokenClient client = await _bench.ConnectAsync();

        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => client.GetCodeAsync(Code, new ThrowingProgress()));

        Assert.Contains(Command.Cancel, _bench.Token.Commands);
    }

    private sealed class ThrowingProgress : IProgress<TokenWait>
    {
        public void Report(TokenWait value) => throw new InvalidTimeZoneException();
    }
}
