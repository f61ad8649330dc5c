using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Input;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

public class PendingRequestTests
{
    private const string Name = "a";
    private const string Why = "aws: prod-admin";

    private readonly TokenBench _bench = TokenBench.WithAccounts(Name);

    [Fact]
    public void Request_InOrder_IsPutOnTheScreenAndWaitsForAPress()
    {
        int sequence = _bench.Send(Command.GetCode, Request.GetCode(Name, text: Why));
        TokenReply reply = Assert.Single(_bench.TakeReplies());
        Assert.Equal((Command.GetCode, sequence, Status.AwaitingPress), (reply.Command, reply.Sequence, reply.Status));
        Assert.True(reply.IsInterim);
        Assert.Equal(Timing.AskSeconds, reply.As<InterimReply>().Seconds);
        Assert.True(ShowsQuestion(Timing.AskSeconds));
        Assert.False(_bench.App.MaySleep);
    }

    [Fact]
    public void Question_TimePasses_TheBarShrinksByTheSecond()
    {
        AskForCode();
        for (int left = Timing.AskSeconds; left > 0; left--)
        {
            Assert.True(ShowsQuestion(left), $"{left} s left");
            _bench.Run(1000);
        }
    }

    [Fact]
    public void Press_Question_SendsTheCodeAndSaysSo()
    {
        int sequence = AskForCode();
        _bench.LetRead();
        _bench.Press();
        AssertFinal(sequence, Status.Ok);
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.CodeSent, Request.Text(Name))));
    }

    [Fact]
    public void Hold_Question_Declines()
    {
        int sequence = AskForCode();
        _bench.LetRead();
        _bench.Hold();
        AssertFinal(sequence, Status.Declined);
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.Declined, Request.Text(Name))));
    }

    /// <summary>What is to be asked is looked up first, and on a full token that takes a while.</summary>
    [Fact]
    public void Press_BeforeTheQuestionIsOnTheScreen_IsNoAnswerToIt()
    {
        long beganMs = _bench.Time.NowMs;
        _bench.Storage.Refuses = (_, _) =>
        {
            _bench.Time.Advance(Timing.ReadingMs + 1);
            _bench.Button.IsPressed = _bench.Time.NowMs - beganMs > Timing.ReadingMs;
            return false;
        };
        _bench.Send(Command.PutAccount, Request.PutAccount("b", TokenBench.KeyOf("b")));
        Assert.True(_bench.Button.IsPressed);
        _bench.Storage.Refuses = (_, _) => false;
        _bench.Run(500);
        _bench.Button.IsPressed = false;
        _bench.Run(500);
        Assert.Equal(Status.AwaitingPress, Assert.Single(_bench.TakeReplies()).Status);
    }

    /// <summary>A press that is made after another cable was plugged in agrees to nothing.</summary>
    [Fact]
    public void LoseHost_Question_IsTakenBack()
    {
        int sequence = AskForCode();
        _bench.LetRead();
        _bench.App.LoseHost(_bench.Time.NowMs);
        AssertFinal(sequence, Status.Cancelled);
        _bench.Press();
        Assert.Empty(_bench.TakeReplies());
    }

    /// <summary>Who counts the time to read from here on is never too early.</summary>
    [Fact]
    public void Agreement_QuestionJustDrawn_IsToldWithTheNextStep()
    {
        var writer = new FrameWriter();
        writer.Begin(0, 1, Command.GetCode);
        Request.GetCode(Name).Write(writer.Payload);
        _bench.Link.Receive(writer.Buffer.AsSpan(0, writer.End()));
        _bench.App.Step(_bench.Time.NowMs);
        while (_bench.Link.Waiting > 0)
        {
            _bench.App.Step(_bench.Time.NowMs);
        }

        Assert.Equal(Gesture.None, _bench.App.Agreement);
        Assert.Equal(Status.AwaitingPress, Assert.Single(_bench.TakeReplies()).Status);
        _bench.App.Step(_bench.Time.NowMs);
        Assert.Equal(Gesture.ShortPress, _bench.App.Agreement);
    }

    [Fact]
    public void Nobody_PressesInTime_TimesOut()
    {
        int sequence = AskForCode();
        _bench.Run((Timing.AskSeconds * 1000) - 1);
        Assert.Empty(_bench.TakeReplies());
        _bench.Run(1);
        AssertFinal(sequence, Status.TimedOut);
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.TimedOut, Request.Text(Name))));
    }

    [Fact]
    public void Cancel_Question_AnswersTheRequestAndThenTheCancel()
    {
        int sequence = AskForCode();
        _bench.LetRead();
        int cancel = _bench.Send(Command.Cancel, new Empty());
        Assert.Equal(
            [(Command.GetCode, sequence, Status.Cancelled), (Command.Cancel, cancel, Status.Ok)],
            _bench.TakeReplies().Select(reply => (reply.Command, reply.Sequence, reply.Status)));
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.Cancelled, Request.Text(Name))));
    }

    [Fact]
    public void Press_BegunBeforeTheQuestion_IsNoAnswer()
    {
        _bench.Button.IsPressed = true;
        _bench.Run(100);
        AskForCode();
        _bench.Run(100);
        _bench.Button.IsPressed = false;
        _bench.Run(1000);
        Assert.Empty(_bench.TakeReplies());
        _bench.Press();
        Assert.Equal(Status.Ok, _bench.WaitForFinalReply().Status);
    }

    [Fact]
    public void Press_BegunBeforeTheQuestionCouldBeRead_IsNoAnswer()
    {
        AskForCode();
        _bench.Run(Timing.ReadingMs - 1);
        _bench.Press();
        Assert.Empty(_bench.TakeReplies());
        AskAgainAndPressAfter(Timing.ReadingMs);
    }

    [Fact]
    public void Hold_BegunBeforeTheQuestion_DoesNotWipe()
    {
        _bench.Button.IsPressed = true;
        _bench.Run(100);
        Assert.Equal(Status.AwaitingPress, _bench.Ask(Command.Wipe).Status);
        _bench.Run(2000);
        _bench.Button.IsPressed = false;
        _bench.Run(100);
        Assert.Empty(_bench.TakeReplies());
        Assert.Equal(1, _bench.Ask(Command.Info).As<InfoReply>().Accounts);
    }

    [Fact]
    public void OtherRequests_WhileOneWaits_DoNotTouchIt()
    {
        int sequence = AskForCode();
        Assert.Equal(Status.Busy, _bench.Ask(Command.GetCode, Request.GetCode("nobody", 99, 99, "other")).Status);
        Assert.Equal(Status.Ok, _bench.Ask(Command.ListAccounts, Request.ListAccounts()).Status);
        Assert.True(ShowsQuestion(Timing.AskSeconds));
        _bench.LetRead();
        _bench.Press();
        AssertFinal(sequence, Status.Ok);
    }

    [Fact]
    public void Outcome_ThreeSecondsLater_TheTokenSleepsAsBefore()
    {
        AskForCode();
        _bench.LetRead();
        _bench.Press();
        _bench.Run(Timing.OutcomeMs - 100);
        Assert.True(_bench.Panel.IsOn);
        _bench.Run(100);
        Assert.False(_bench.Panel.IsOn);
    }

    [Fact]
    public void Outcome_ThreeSecondsLater_TheOwnersScreenIsBack()
    {
        _bench.Press();
        AskForCode();
        _bench.LetRead();
        _bench.Hold();
        _bench.Run(Timing.OutcomeMs);
        Assert.NotNull(PanelDigits.Read(_bench.Panel.Snapshot(), 6));
    }

    [Fact]
    public void Outcome_NextRequestAtOnce_IsAsked()
    {
        AskForCode();
        _bench.LetRead();
        _bench.Press();
        AskForCode();
        Assert.True(ShowsQuestion(Timing.AskSeconds));
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Status.Ok, _bench.WaitForFinalReply().Status);
    }

    [Fact]
    public void Outcome_RefusedRequestOfTheSameKind_LeavesTheNameOnTheScreen()
    {
        AskForCode();
        _bench.LetRead();
        _bench.Press();
        _bench.Put("b", TokenBench.KeyOf("b"));
        _bench.Run(Timing.OutcomeMs);
        AskForCode();
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Status.ParameterInvalid, _bench.Ask(Command.GetCode, Request.GetCode("b", minimumSecondsLeft: 200)).Status);
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.CodeSent, Request.Text(Name))));
    }

    [Fact]
    public void State_OfHello_FollowsTheRequest()
    {
        Assert.Equal(TokenState.Ready, State());
        AskForCode();
        Assert.Equal(TokenState.Asking, State());
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(TokenState.Ready, State());
    }

    [Fact]
    public void Answer_Pressed_ButtonWakesNothingElse()
    {
        AskForCode();
        _bench.LetRead();
        _bench.Press();
        _bench.Run(Timing.OutcomeMs);
        Assert.False(_bench.Panel.IsOn);
    }

    private TokenState State() => _bench.Ask(Command.Hello).As<HelloReply>().State;

    private int AskForCode()
    {
        int sequence = _bench.Send(Command.GetCode, Request.GetCode(Name, text: Why));
        Assert.Equal(Status.AwaitingPress, _bench.TakeReplies().Last().Status);
        return sequence;
    }

    private void AskAgainAndPressAfter(int milliseconds)
    {
        _bench.Ask(Command.Hello);
        _bench.Send(Command.Cancel, new Empty());
        _bench.TakeReplies();
        int sequence = AskForCode();
        _bench.Run(milliseconds);
        _bench.Press();
        AssertFinal(sequence, Status.Ok);
    }

    private void AssertFinal(int sequence, Status status)
    {
        TokenReply reply = Assert.Single(_bench.TakeReplies());
        Assert.Equal((Command.GetCode, sequence, status, false), (reply.Command, reply.Sequence, reply.Status, reply.IsInterim));
    }

    private bool ShowsQuestion(int secondsLeft) => _bench.Shows(screen =>
    {
        screen.AskCode(Request.Text(Why), Request.Text(Name));
        screen.ShowWait(secondsLeft, Timing.AskSeconds);
    });
}
