using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

public class CompareClockTests
{
    private readonly TokenBench _bench = TokenBench.WithAccounts("a");

    /// <summary>Whenever it is asked: the answer comes in the very millisecond in which the chip's second begins.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(499)]
    [InlineData(998)]
    [InlineData(999)]
    public void Request_AnyMoment_IsAnsweredOnTheEdgeOfASecond(int afterMs)
    {
        _bench.RunToSecondOfStep(3);
        _bench.Run(afterMs);
        long second = _bench.UnixSeconds();
        int sequence = _bench.Send(Command.CompareClock, new Empty());
        Assert.Empty(_bench.TakeReplies());
        Assert.False(_bench.App.MaySleep);
        while (_bench.UnixSeconds() == second)
        {
            Assert.Empty(_bench.TakeReplies());
            _bench.Run(1);
        }

        TokenReply reply = Assert.Single(_bench.TakeReplies());
        Assert.Equal((Status.Ok, sequence), (reply.Status, reply.Sequence));
        CompareClockReply fields = reply.As<CompareClockReply>();
        Assert.Equal((second + 1, 0, 1), (fields.UnixSeconds, fields.Milliseconds, fields.LatenessMs));
    }

    [Fact]
    public void Request_WhileThePanelIsDark_LeavesItDark()
    {
        _bench.Send(Command.CompareClock, new Empty());
        _bench.Run(1000);
        Assert.False(_bench.Panel.IsOn);
    }

    /// <summary>A board that looks late says so: the second began since the look before.</summary>
    [Fact]
    public void Request_BoardLooksLate_SaysHowLate()
    {
        _bench.RunToSecondOfStep(3);
        _bench.Send(Command.CompareClock, new Empty());
        _bench.Run(900);
        _bench.Time.Advance(140);
        _bench.App.Step(_bench.Time.NowMs);
        Assert.Equal(140, Assert.Single(_bench.TakeReplies()).As<CompareClockReply>().LatenessMs);
    }

    [Fact]
    public void AnotherRequest_Meanwhile_GivesItUp()
    {
        int compare = _bench.Send(Command.CompareClock, new Empty());
        int hello = _bench.Send(Command.Hello, new Empty());
        Assert.Equal(
            [(compare, Status.Cancelled), (hello, Status.Ok)],
            _bench.TakeReplies().Select(reply => (reply.Sequence, reply.Status)));
        _bench.Run(2000);
        Assert.Empty(_bench.TakeReplies());
    }

    [Fact]
    public void Cancel_Meanwhile_IsOk()
    {
        _bench.Send(Command.CompareClock, new Empty());
        _bench.Send(Command.Cancel, new Empty());
        Assert.Equal([Status.Cancelled, Status.Ok], _bench.TakeReplies().Select(reply => reply.Status));
    }

    [Fact]
    public void Chip_StopsMeanwhile_SaysSo()
    {
        _bench.Send(Command.CompareClock, new Empty());
        _bench.Chip.Answers = false;
        _bench.Run(10);
        Assert.Equal(Status.ClockUnreadable, Assert.Single(_bench.TakeReplies()).Status);
    }
}
