using HwToken.Client.Errors;
using HwToken.Client.Model;
using HwToken.Client.Tests.Peers;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;

namespace HwToken.Client.Tests.Exchange;

/// <summary>A scripted token at the end of a line of known length: time passes on the way, and nowhere else.</summary>
public class ClockComparerTests
{
    private readonly Bench _bench = new();

    /// <summary>The way takes as long in both directions: the offset comes out exactly, however long that is.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task CompareAsync_SameWayBothWays_FindsTheOffset(int oneWayMs)
    {
        Answer(oneWayMs, oneWayMs, [oneWayMs, oneWayMs, oneWayMs]);
        await using TokenClient client = await _bench.ConnectAsync();
        ClockOffset offset = await client.CompareClockAsync();
        Assert.Equal(TimeSpan.FromMilliseconds(777), offset.Value);
        Assert.Equal(TimeSpan.FromMilliseconds(oneWayMs + 1), offset.Uncertainty);
    }

    /// <summary>All of the way in one direction, as behind an adapter that holds bytes back: the uncertainty covers it.</summary>
    [Theory]
    [InlineData(0, 16)]
    [InlineData(16, 0)]
    public async Task CompareAsync_OtherWayBack_IsWithinTheUncertainty(int thereMs, int backMs)
    {
        Answer(thereMs, backMs, [backMs, backMs, backMs]);
        await using TokenClient client = await _bench.ConnectAsync();
        ClockOffset offset = await client.CompareClockAsync();
        Assert.InRange(Math.Abs(offset.Value.TotalMilliseconds - 777), 1, offset.Uncertainty.TotalMilliseconds);
    }

    /// <summary>A computer that was busy makes replies late: the one counts that came soonest.</summary>
    [Theory]
    [InlineData(2, 90, 300)]
    [InlineData(300, 2, 90)]
    [InlineData(90, 300, 2)]
    public async Task CompareAsync_SomeRepliesLate_TheSoonestCounts(int first, int second, int third)
    {
        Answer(2, 2, [first, second, third]);
        await using TokenClient client = await _bench.ConnectAsync();
        Assert.Equal(TimeSpan.FromMilliseconds(777), (await client.CompareClockAsync()).Value);
    }

    /// <summary>A token that looks every 20 ms: the second began 10 ms ago, give or take 10.</summary>
    [Fact]
    public async Task CompareAsync_TokenLooksLate_TakesHalfOfItAndAddsItToTheUncertainty()
    {
        Answer(0, 0, [0, 0, 0], latenessMs: 20);
        await using TokenClient client = await _bench.ConnectAsync();
        ClockOffset offset = await client.CompareClockAsync();
        Assert.Equal((777 + 10, 11), (offset.Value.TotalMilliseconds, offset.Uncertainty.TotalMilliseconds));
    }

    [Fact]
    public async Task CompareAsync_NoTimeThatThereIs_IsNoToken()
    {
        _bench.Token.On(Command.CompareClock, r => [r.Ok(new CompareClockReply { Milliseconds = 1000 })]);
        await using TokenClient client = await _bench.ConnectAsync();
        await Assert.ThrowsAsync<NotATokenException>(() => client.CompareClockAsync());
    }

    [Fact]
    public async Task AdjustClockAsync_Offset_IsSentRoundedWithTheTime()
    {
        _bench.Token.On(Command.AdjustClock, r => [r.Ok(new ClockReply { UnixSeconds = 1_800_000_007 })]);
        await using TokenClient client = await _bench.ConnectAsync();
        await client.AdjustClockAsync(new ClockOffset(TimeSpan.FromMilliseconds(-12.4), TimeSpan.FromMilliseconds(3.2)));
        var sent = Assert.Single(_bench.Asked).As<AdjustClockRequest>();
        Assert.Equal((-12, 4), (sent.OffsetMs, sent.UncertaintyMs));
        Assert.Equal((Bench.Start.ToUnixTimeSeconds(), 250), (sent.UnixSeconds, sent.Milliseconds));
    }

    private void Answer(int thereMs, int backMs, int[] comparisonsBackMs, int latenessMs = 0)
    {
        int compared = 0;
        _bench.Token.On(Command.Hello, r =>
        {
            _bench.Time.Advance(TimeSpan.FromMilliseconds(thereMs + backMs));
            return [r.Ok(ScriptedToken.Hello())];
        });
        _bench.Token.On(Command.CompareClock, r =>
        {
            // The token is 777 ms ahead, and says what it takes this moment for.
            _bench.Time.Advance(TimeSpan.FromMilliseconds(thereMs));
            DateTimeOffset now = _bench.Time.GetUtcNow().AddMilliseconds(777);
            var reply = new CompareClockReply
            {
                UnixSeconds = now.ToUnixTimeSeconds(),
                Milliseconds = now.Millisecond,
                LatenessMs = latenessMs,
            };
            _bench.Time.Advance(TimeSpan.FromMilliseconds(comparisonsBackMs[compared++]));
            return [r.Ok(reply)];
        });
    }
}
