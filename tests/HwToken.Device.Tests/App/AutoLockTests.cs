using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.App;

public class AutoLockTests
{
    private const string Pin = "2580";

    private readonly TokenBench _bench = PinOwner.LockedBench(Pin, accounts: "a");

    public AutoLockTests()
    {
        _bench.Unlock(Pin);
        _bench.Settle();
    }

    [Fact]
    public void Open_NoPressForAQuarterOfAnHour_Locks()
    {
        _bench.Run(Timing.LockMs - 2000);
        Assert.Equal(TokenState.Ready, State());
        _bench.Run(2000);
        Assert.Equal(TokenState.Locked, State());
        Assert.Equal(Status.Locked, _bench.Ask(Command.GetCode, Request.GetCode("a")).Status);
    }

    [Fact]
    public void Open_PressMeanwhile_LocksThatMuchLater()
    {
        _bench.Run(Timing.LockMs - 2000);
        _bench.Press();
        _bench.Run(Timing.LockMs - 2000);
        Assert.Equal(TokenState.Ready, State());
        _bench.Run(3000);
        Assert.Equal(TokenState.Locked, State());
    }

    [Fact]
    public void Open_TrafficWithoutAPress_LocksAllTheSame()
    {
        for (int i = 0; i < Timing.LockMs / 1000; i++)
        {
            _bench.Ask(Command.Info);
            _bench.Run(1000);
        }

        Assert.Equal(TokenState.Locked, State());
    }

    [Fact]
    public void Open_QuestionOnTheScreen_IsNotLockedAwayUnderTheFinger()
    {
        _bench.Run(Timing.LockMs - 10_000);
        Assert.Equal(Status.AwaitingPress, _bench.Ask(Command.GetCode, Request.GetCode("a")).Status);
        _bench.Run(20_000);
        Assert.Equal(TokenState.Asking, State());
        _bench.Press();
        Assert.Equal(Status.Ok, _bench.WaitForFinalReply().Status);
        Assert.Equal(TokenState.Ready, State());
    }

    /// <summary>A program that asks again and again, before the word about the last question is off the screen.</summary>
    [Fact]
    public void Open_QuestionsWithoutEndAndNoPress_LocksBehindTheOneThatIsAsked()
    {
        for (long ms = 0; ms < Timing.LockMs + 31_000; ms += 31_000)
        {
            _bench.Ask(Command.GetCode, Request.GetCode("a"));
            _bench.Run(31_000);
        }

        Assert.Equal(TokenState.Locked, State());
    }

    /// <summary>The next question waits in the line when the last one ends.</summary>
    [Fact]
    public void Open_QuestionInTheLineWhenTheLastOneEnds_IsRefused()
    {
        _bench.Run(Timing.LockMs - 10_000);
        _bench.Ask(Command.GetCode, Request.GetCode("a"));
        _bench.Run(29_999);
        _bench.Time.Advance(1);
        _bench.Send(Command.GetCode, Request.GetCode("a"));
        Assert.Equal([Status.TimedOut, Status.Locked], _bench.TakeReplies().Select(reply => reply.Status));
    }

    [Fact]
    public void NoPin_AnyTime_StaysOpen()
    {
        TokenBench bench = TokenBench.WithAccounts("a");
        bench.Run(4L * Timing.LockMs);
        Assert.Equal(TokenState.Ready, bench.Ask(Command.Hello).As<HelloReply>().State);
    }

    [Fact]
    public void Lock_CodeOnTheScreen_IsGone()
    {
        _bench.Press();
        _bench.Run(Timing.OutcomeMs);
        _bench.Press();
        Assert.NotNull(PanelDigits.Read(_bench.Panel.Snapshot(), 6));
        Assert.Equal(Status.Ok, _bench.Ask(Command.Lock).Status);
        Assert.Null(PanelDigits.Read(_bench.Panel.Snapshot(), 6));
        Assert.Contains(Enumerable.Range(0, 10), digit => _bench.Shows(s => s.ShowPinWheel(digit, 0, 8)));
    }

    private TokenState State() => _bench.Ask(Command.Hello).As<HelloReply>().State;
}
