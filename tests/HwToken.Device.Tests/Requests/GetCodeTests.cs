using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;

namespace HwToken.Device.Tests.Requests;

public class GetCodeTests
{
    private const string Name = "a";
    private const int Period = 30;

    private readonly TokenBench _bench = TokenBench.WithAccounts(Name);

    private long Step => _bench.UnixSeconds() / Period;

    [Fact]
    public void Press_EnoughSecondsLeft_GivesTheCodeWithItsStepAndSeconds()
    {
        _bench.RunToSecondOfStep(10);
        GetCodeReply reply = AskAndPress(minimumSecondsLeft: 5);
        AssertIsCodeOf(Step, reply);
        Assert.Equal(Period - (int)(_bench.UnixSeconds() % Period), reply.SecondsLeft);
        Assert.Equal(6, reply.Digits);
    }

    [Fact]
    public void Press_TooFewSecondsLeft_WaitsForTheNextStep()
    {
        _bench.RunToSecondOfStep(26);
        long step = Step;
        _bench.Ask(Command.GetCode, Request.GetCode(Name, minimumSecondsLeft: 5));
        _bench.LetRead();
        _bench.Press();
        TokenReply interim = Assert.Single(_bench.TakeReplies());
        Assert.Equal((Status.AwaitingStep, true), (interim.Status, interim.IsInterim));
        int secondsLeft = Period - (int)(_bench.UnixSeconds() % Period);
        Assert.Equal(secondsLeft, interim.As<InterimReply>().Seconds);
        Assert.Equal(TokenState.AwaitingStep, _bench.Ask(Command.Hello).As<HelloReply>().State);
        Assert.True(_bench.Shows(screen => screen.AwaitStep(Request.Text(Name), secondsLeft)));

        _bench.RunToSecondOfStep(29);
        Assert.Empty(_bench.TakeReplies());
        _bench.RunToSecondOfStep(0);
        _bench.Run(100);
        GetCodeReply reply = Assert.Single(_bench.TakeReplies()).As<GetCodeReply>();
        AssertIsCodeOf(step + 1, reply);
        Assert.Equal(Period, reply.SecondsLeft);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(29)]
    public void Press_FewSecondsLeftAndNoneWanted_GivesTheCodeAtOnce(int second)
    {
        _bench.RunToSecondOfStep(second);
        _bench.Run(100);
        AssertIsCodeOf(Step, AskAndPress(minimumSecondsLeft: 0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Press_StepAhead_WaitsForIt(int stepsAhead)
    {
        _bench.RunToSecondOfStep(5);
        long wanted = Step + stepsAhead;
        _bench.Ask(Command.GetCode, Request.GetCode(Name, notBeforeStep: wanted));
        _bench.LetRead();
        _bench.Press();
        int expected = (int)((wanted * Period) - _bench.UnixSeconds());
        Assert.Equal(expected, Assert.Single(_bench.TakeReplies()).As<InterimReply>().Seconds);
        AssertIsCodeOf(wanted, _bench.WaitForFinalReply().As<GetCodeReply>());
        Assert.Equal(wanted, Step);
    }

    [Fact]
    public void Press_AfterTheStepThatWasAhead_GivesTheCodeAtOnce()
    {
        _bench.RunToSecondOfStep(20);
        long wanted = Step + 1;
        _bench.Ask(Command.GetCode, Request.GetCode(Name, notBeforeStep: wanted));
        _bench.Run(15_000);
        _bench.Press();
        AssertIsCodeOf(wanted, Assert.Single(_bench.TakeReplies()).As<GetCodeReply>());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-100)]
    public void Press_StepPassed_GivesTheCurrentCode(int stepsAhead) =>
        AssertIsCodeOf(Step, AskAndPress(notBeforeStep: Step + stepsAhead));

    [Fact]
    public void Hold_WhileAStepIsAwaited_Declines()
    {
        AwaitStep();
        _bench.Hold();
        Assert.Equal(Status.Declined, Assert.Single(_bench.TakeReplies()).Status);
    }

    [Fact]
    public void Press_WhileAStepIsAwaited_ChangesNothing()
    {
        AwaitStep();
        _bench.Press();
        Assert.Empty(_bench.TakeReplies());
        Assert.Equal(Status.Ok, _bench.WaitForFinalReply().Status);
    }

    [Fact]
    public void Cancel_WhileAStepIsAwaited_Cancels()
    {
        AwaitStep();
        _bench.Send(Command.Cancel, new Empty());
        Assert.Equal([Status.Cancelled, Status.Ok], _bench.TakeReplies().Select(reply => reply.Status));
        _bench.Run(90_000);
        Assert.Empty(_bench.TakeReplies());
    }

    [Fact]
    public void Wait_LongerThanTheQuestionStands_StillEndsWithTheCode()
    {
        const string Slow = "slow";
        byte[] key = TokenBench.KeyOf(Slow);
        _bench.Put(Slow, key, period: 600);
        _bench.RunToSecondOfStep(100, 600);
        long wanted = (_bench.UnixSeconds() / 600) + 1;
        _bench.Ask(Command.GetCode, Request.GetCode(Slow, notBeforeStep: wanted));
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(InterimReply.MaxSeconds, Assert.Single(_bench.TakeReplies()).As<InterimReply>().Seconds);
        _bench.RunToSecondOfStep(0, 600);
        _bench.Run(100);
        GetCodeReply reply = Assert.Single(_bench.TakeReplies()).As<GetCodeReply>();
        Assert.Equal(ReferenceTotp.Code(key, wanted), $"{reply.Code:D6}");
        Assert.Equal(600, reply.SecondsLeft);
    }

    [Fact]
    public void Clock_StopsWhileTheOwnerIsAsked_NoCode()
    {
        _bench.Ask(Command.GetCode, Request.GetCode(Name));
        _bench.Chip.LosePower();
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Status.ClockStopped, Assert.Single(_bench.TakeReplies()).Status);
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.ClockFailed, Request.Text(Name))));
    }

    [Fact]
    public void Clock_GoesBackWhileAStepIsAwaited_NoCode()
    {
        _bench.Run(300_000);
        AwaitStep();
        _bench.Chip.StartAt(DateTimeOffset.FromUnixTimeSeconds(TokenBench.FirstUnixSeconds + 10));
        _bench.Run(100);
        Assert.Equal(Status.ClockStopped, Assert.Single(_bench.TakeReplies()).Status);
    }

    [Fact]
    public void Storage_FailsWhileTheOwnerIsAsked_NoCode()
    {
        _bench.Ask(Command.GetCode, Request.GetCode(Name));
        _bench.Storage.Refuses = (_, _) => true;
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Status.StorageFailed, Assert.Single(_bench.TakeReplies()).Status);
    }

    [Fact]
    public void Request_UnknownAccount_IsRefusedAtOnce() => AssertRefused(Status.NoSuchAccount, Request.GetCode("b"));

    [Theory]
    [InlineData(" blank in front")]
    [InlineData("line\nbreak")]
    [InlineData("\u202Eturned round")]
    public void Request_TextThatPretends_IsRefused(string text) => AssertRefused(Status.TextInvalid, Request.GetCode(Name, text: text));

    [Theory]
    [InlineData(29, Status.AwaitingPress)]
    [InlineData(30, Status.ParameterInvalid)]
    [InlineData(255, Status.ParameterInvalid)]
    public void Request_MinimumSeconds_MustBeFewerThanThePeriod(int seconds, Status expected) =>
        Assert.Equal(expected, _bench.Ask(Command.GetCode, Request.GetCode(Name, minimumSecondsLeft: seconds)).Status);

    [Fact]
    public void Request_StepThreeAhead_IsRefused()
    {
        AssertRefused(Status.ParameterInvalid, Request.GetCode(Name, notBeforeStep: Step + 3));
        AssertRefused(Status.ParameterInvalid, Request.GetCode(Name, notBeforeStep: (1L << 40) - 1));
        Assert.Equal(Status.AwaitingPress, _bench.Ask(Command.GetCode, Request.GetCode(Name, notBeforeStep: Step + 2)).Status);
    }

    private void AwaitStep()
    {
        _bench.RunToSecondOfStep(5);
        _bench.Ask(Command.GetCode, Request.GetCode(Name, notBeforeStep: Step + 2));
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Status.AwaitingStep, Assert.Single(_bench.TakeReplies()).Status);
    }

    private GetCodeReply AskAndPress(int minimumSecondsLeft = 0, long notBeforeStep = 0)
    {
        _bench.Ask(Command.GetCode, Request.GetCode(Name, minimumSecondsLeft, notBeforeStep));
        _bench.LetRead();
        _bench.Press();
        return Assert.Single(_bench.TakeReplies()).As<GetCodeReply>();
    }

    private void AssertRefused(Status status, GetCodeRequest request)
    {
        Assert.Equal(status, _bench.Ask(Command.GetCode, request).Status);
        Assert.False(_bench.Panel.IsOn);
    }

    private static void AssertIsCodeOf(long step, GetCodeReply reply)
    {
        Assert.Equal(step, reply.TimeStep);
        Assert.Equal(ReferenceTotp.Code(TokenBench.KeyOf(Name), step), $"{reply.Code:D6}");
    }
}
