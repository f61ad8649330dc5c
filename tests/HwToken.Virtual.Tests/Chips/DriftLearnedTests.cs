using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.App;
using HwToken.Device.Ports;
using HwToken.TestKit.Device;
using HwToken.Virtual.Chips;

namespace HwToken.Virtual.Tests.Chips;

/// <summary>What --drift-ppm makes of the simulated crystal, the token finds out by two comparisons far apart.</summary>
public class DriftLearnedTests
{
    private const long MonthMs = 30L * 86400 * 1000;

    private readonly ManualTime _time = new();
    private readonly QueueLink _link = new();

    [Theory]
    [InlineData(1.7)]
    [InlineData(-0.9)]
    public void DriftPpm_ComparedTwiceAMonthApart_IsWhatTheTokenLearns(double ppm)
    {
        var storage = new MemoryStorage();
        var options = new VirtualTokenOptions { TimeProvider = new UtcTime(_time), ClockOffset = TimeSpan.Zero, DriftPpm = ppm };
        Board board = VirtualBoard.Assemble(options, new SimulatedPanel(), new ScriptedButton(), storage, _link);
        var app = new TokenApp(board);
        long start = _time.NowMs;
        Correct(app, start);

        _time.Advance(MonthMs);
        ClockQuality learned = Correct(app, start);
        Assert.Equal(ClockRate.Learned, learned.Rate);
        Assert.InRange(learned.ResidualPpb + (100.0 * learned.Aging), (1000 * ppm) - 3, (1000 * ppm) + 3);
        Assert.InRange(learned.GainedMs, (ppm * MonthMs / 1e6) - 3, (ppm * MonthMs / 1e6) + 3);

        // And a month later it has kept time, with a chip that is trimmed by whole steps and arithmetic for the rest.
        _time.Advance(MonthMs);
        Assert.InRange(Math.Abs(OffsetMs(app, start)), 0, 5);
    }

    private ClockQuality Correct(TokenApp app, long start)
    {
        int offset = (int)OffsetMs(app, start);
        return Ask(app, Command.AdjustClock, Request.AdjustClock(UtcMs(start), offset, uncertaintyMs: 2)).As<ClockReply>().Quality;
    }

    private long OffsetMs(TokenApp app, long start)
    {
        CompareClockReply reply = Ask(app, Command.CompareClock, new Empty()).As<CompareClockReply>();
        return (reply.UnixSeconds * 1000) + reply.Milliseconds - UtcMs(start);
    }

    private TokenReply Ask(TokenApp app, Command command, IMessage request)
    {
        var writer = new FrameWriter();
        writer.Begin(0, 1, command);
        request.Write(writer.Payload);
        int length = writer.End();
        _link.Receive(writer.Buffer.AsSpan(0, length));
        for (int i = 0; i < 3000; i++)
        {
            app.Step(_time.NowMs);
            List<TokenReply> replies = TokenReply.ReadAll(_link.TakeSent());
            if (replies.Count > 0)
            {
                return replies[^1];
            }

            _time.Advance(1);
        }

        throw new InvalidOperationException($"{command} is not answered");
    }

    private long UtcMs(long start) => UtcTime.Start.ToUnixTimeMilliseconds() + (_time.NowMs - start);

    /// <summary>The wall clock that goes with a monotonic one, for the start.</summary>
    private sealed class UtcTime(ManualTime ticks) : TimeProvider
    {
        public static readonly DateTimeOffset Start = new(2027, 1, 15, 8, 0, 0, TimeSpan.Zero);

        public override long TimestampFrequency => ticks.TimestampFrequency;

        public override long GetTimestamp() => ticks.GetTimestamp();

        public override DateTimeOffset GetUtcNow() => Start;
    }
}
