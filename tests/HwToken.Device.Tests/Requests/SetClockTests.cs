using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

public class SetClockTests
{
    private const long Time = 1_900_000_000;
    private const long LastSecond = 6311433599;

    private readonly TokenBench _bench = new();

    /// <summary>Whenever the owner presses, the chip's seconds begin when the host's do.</summary>
    [Theory]
    [InlineData(0, 1000)]
    [InlineData(250, 1000)]
    [InlineData(999, 1234)]
    [InlineData(1, 29_500)]
    public void Press_Later_SetsTheHostsTimeOnTheEdgeOfASecond(int milliseconds, int pressAfterMs)
    {
        long hostMs = (Time * 1000) + milliseconds;
        long sentMs = _bench.Time.NowMs;
        _bench.Ask(Command.SetClock, Request.SetClock(Time, milliseconds));
        _bench.Run(pressAfterMs);
        _bench.Press();
        ClockReply reply = _bench.WaitForFinalReply().As<ClockReply>();
        Assert.Equal(ClockState.Running, reply.State);
        Assert.Equal(reply.UnixSeconds, reply.LastSetUnixSeconds);
        for (int i = 0; i < 3000; i++)
        {
            _bench.Run(1);
            Assert.Equal((hostMs + _bench.Time.NowMs - sentMs) / 1000, _bench.UnixSeconds());
        }
    }

    [Fact]
    public void Question_NeverSet_ShowsTheNewTime()
    {
        _bench.Ask(Command.SetClock, Request.SetClock(Time));
        Assert.True(Shows(screen => screen.AskSetClock(ClockState.NeverSet, 0, Time)));
    }

    [Fact]
    public void Question_ClockRuns_ShowsBothTimes()
    {
        _bench.SetClock();
        _bench.Run(60_000);
        long old = _bench.UnixSeconds();
        _bench.Ask(Command.SetClock, Request.SetClock(Time));
        Assert.True(Shows(screen => screen.AskSetClock(ClockState.Running, old, Time, isJump: true)));
    }

    [Fact]
    public void Question_TimePasses_BothTimesGoOn()
    {
        _bench.SetClock();
        _bench.Run(60_000);
        _bench.Ask(Command.SetClock, Request.SetClock(Time));
        _bench.Run(7000);
        long old = _bench.UnixSeconds();
        Assert.True(_bench.Shows(screen =>
        {
            screen.AskSetClock(ClockState.Running, old, Time + 7, isJump: true);
            screen.ShowWait(23, 30);
        }));
    }

    [Fact]
    public void Press_Agreed_SaysSo()
    {
        _bench.AskAndAgree(Command.SetClock, Request.SetClock(Time));
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.ClockSet, Request.Text(""))));
    }

    [Fact]
    public void Hold_Question_LeavesTheClock()
    {
        _bench.Ask(Command.SetClock, Request.SetClock(Time));
        _bench.LetRead();
        _bench.Hold();
        Assert.Equal(Status.Declined, Assert.Single(_bench.TakeReplies()).Status);
        Assert.Equal(ClockState.NeverSet, _bench.Ask(Command.GetClock).As<ClockReply>().State);
    }

    [Fact]
    public void Cancel_BetweenThePressAndTheEdge_LeavesTheClock()
    {
        // The press ends some 600 ms after the request: the edge is not reached.
        _bench.Ask(Command.SetClock, Request.SetClock(Time));
        _bench.LetRead();
        _bench.Press();
        Assert.Empty(_bench.TakeReplies());
        Assert.Equal(TokenState.Asking, _bench.Ask(Command.Hello).As<HelloReply>().State);
        _bench.Send(Command.Cancel, new Empty());
        Assert.Equal([Status.Cancelled, Status.Ok], _bench.TakeReplies().Select(reply => reply.Status));
        _bench.Run(5000);
        Assert.Equal(ClockState.NeverSet, _bench.Ask(Command.GetClock).As<ClockReply>().State);
    }

    [Theory]
    [InlineData(LastSecond + 1, 0)]
    [InlineData((1L << 40) - 1, 0)]
    [InlineData(Time, 1000)]
    [InlineData(Time, 65535)]
    public void Request_TimeThatNoClockHolds_IsRefusedAtOnce(long unixSeconds, int milliseconds) =>
        Assert.Equal(Status.TimeInvalid, _bench.Ask(Command.SetClock, Request.SetClock(unixSeconds, milliseconds)).Status);

    [Fact]
    public void Press_AfterTheLastSecondPassed_IsRefused() =>
        Assert.Equal(Status.TimeInvalid, _bench.AskAndAgree(Command.SetClock, Request.SetClock(LastSecond, 900)).Status);

    [Fact]
    public void Press_ChipDoesNotAnswer_SaysSo()
    {
        _bench.Chip.Answers = false;
        Assert.Equal(Status.ClockUnreadable, _bench.AskAndAgree(Command.SetClock, Request.SetClock(Time)).Status);
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.ClockFailed, Request.Text(""))));
    }

    [Fact]
    public void Press_StorageRefuses_StaysNeverSet()
    {
        _bench.Storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        Assert.Equal(Status.StorageFailed, _bench.AskAndAgree(Command.SetClock, Request.SetClock(Time)).Status);
        Assert.Equal(ClockState.NeverSet, _bench.Ask(Command.GetClock).As<ClockReply>().State);
    }

    [Fact]
    public void Press_ClockStopped_RunsAgain()
    {
        _bench.SetClock();
        _bench.Chip.LosePower();
        Assert.Equal(ClockState.Running, _bench.AskAndAgree(Command.SetClock, Request.SetClock(Time)).As<ClockReply>().State);
        _bench.Restart();
        Assert.Equal(ClockState.Running, _bench.Ask(Command.GetClock).As<ClockReply>().State);
    }

    private bool Shows(Action<Screens> question) => _bench.Shows(screen =>
    {
        question(screen);
        screen.ShowWait(30, 30);
    });
}
