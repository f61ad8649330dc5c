using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.PinEntry;

public class LetterEntryTests
{
    private const string Pin = "2580";

    private readonly TokenBench _bench = PinOwner.LockedBench(Pin, accounts: "a");

    [Fact]
    public void Enter_RightLetters_Unlock()
    {
        LettersReply letters = _bench.AskAndAgree(Command.Unlock).As<LettersReply>();
        Assert.Equal(Timing.LettersSeconds, letters.Seconds);
        _bench.Send(Command.EnterPin, _bench.Letters(Pin));
        TokenReply working = Assert.Single(_bench.TakeReplies());
        Assert.Equal((Status.Working, true), (working.Status, working.IsInterim));
        Assert.Equal(Status.Ok, _bench.WaitForFinalReply().Status);
        Assert.True(_bench.Shows(s => s.ShowOutcome(Outcome.PinGiven, Request.Text(""))));
        Assert.Equal(TokenState.Ready, State());
        Assert.Equal(Status.Ok, _bench.AskAndAgree(Command.GetCode, Request.GetCode("a")).Status);
    }

    [Fact]
    public void Enter_WrongLetters_TellWhatIsLeft()
    {
        TokenReply reply = _bench.Unlock("0000");
        PinReply pin = reply.As<PinReply>();
        Assert.Equal((Status.PinWrong, 7, 1), (reply.Status, pin.TriesLeft, pin.WaitSeconds));
        Assert.True(_bench.Shows(s => s.ShowPinWrong(7, 1, 1)));

        TokenReply soon = _bench.Ask(Command.Unlock);
        Assert.Equal((Status.PinWait, 7, 1), (soon.Status, soon.As<PinReply>().TriesLeft, soon.As<PinReply>().WaitSeconds));
    }

    /// <summary>Whoever has waited need not ask first, to be told that the wait begins now.</summary>
    [Fact]
    public void Wait_AfterAStart_PassesWithoutBeingAskedFor()
    {
        _bench.Unlock("0000");
        _bench.LoseKeys();
        Assert.Equal(Status.PinWait, _bench.Ask(Command.Unlock).Status);
        _bench.LoseKeys();
        _bench.Run(1000);

        Assert.Equal(Status.Ok, _bench.Unlock(Pin).Status);
    }

    [Fact]
    public void Letters_EachTime_AreDealtAnew()
    {
        _bench.AskAndAgree(Command.Unlock);
        byte[] first = _bench.Letters("0123456789").Letters;
        string before = Letters();
        _bench.Send(Command.Cancel, new Empty());
        _bench.Run(Timing.OutcomeMs);
        _bench.AskAndAgree(Command.Unlock);
        Assert.NotEqual(before, Letters());
        Assert.NotEmpty(first);
    }

    [Fact]
    public void Enter_RecordedLetters_AreAWrongPinNextTime()
    {
        _bench.AskAndAgree(Command.Unlock);
        EnterPinRequest recorded = _bench.Letters(Pin);
        Assert.Equal(Status.Ok, _bench.TypePin(Pin).Status);
        _bench.Ask(Command.Lock);
        _bench.Run(Timing.OutcomeMs);
        _bench.AskAndAgree(Command.Unlock);
        _bench.Send(Command.EnterPin, recorded);
        Assert.Equal(Status.PinWrong, _bench.WaitForFinalReply().Status);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    public void Enter_TooFewLetters_AreInvalidAndCostNoTry(int count)
    {
        _bench.AskAndAgree(Command.Unlock);
        TokenReply reply = _bench.Ask(Command.EnterPin, Request.EnterPin(new byte[count]));
        Assert.Equal(Status.PinInvalid, reply.Status);
        Assert.Equal(8, Info().TriesLeft);
        Assert.Null(PanelLetters.Read(_bench.Panel.Snapshot()));
        Assert.Equal(Status.PinNotAsked, _bench.Ask(Command.EnterPin, Request.EnterPin(0, 1, 2, 3)).Status);
    }

    [Fact]
    public void Enter_NoLetterOfTheScreen_IsInvalid()
    {
        _bench.AskAndAgree(Command.Unlock);
        Assert.Equal(Status.PinInvalid, _bench.Ask(Command.EnterPin, Request.EnterPin(0, 1, 2, 10)).Status);
        Assert.Equal(8, Info().TriesLeft);
    }

    [Fact]
    public void Enter_Malformed_LeavesTheLettersThere()
    {
        _bench.AskAndAgree(Command.Unlock);
        _bench.TakeReplies();
        _bench.SendBytes(RawFrame.Of(Frame.Version << 4, 1, (int)Command.EnterPin, [13, .. new byte[13]]));
        Assert.Equal(Status.Malformed, Assert.Single(_bench.TakeReplies()).Status);
        Assert.Equal(Status.Ok, _bench.TypePin(Pin).Status);
    }

    [Fact]
    public void Letters_AMinute_ThenGoAndTheEntryIsToldWhyOnce()
    {
        _bench.AskAndAgree(Command.Unlock);
        _bench.Run(59_000);
        Assert.NotNull(PanelLetters.Read(_bench.Panel.Snapshot()));
        Assert.False(_bench.App.MaySleep);
        _bench.Run(1500);
        Assert.True(_bench.Shows(s => s.ShowOutcome(Outcome.PinTimedOut, Request.Text(""))));
        Assert.Equal(Status.TimedOut, _bench.Ask(Command.EnterPin, Request.EnterPin(0, 1, 2, 3)).Status);
        Assert.Equal(Status.PinNotAsked, _bench.Ask(Command.EnterPin, Request.EnterPin(0, 1, 2, 3)).Status);
        Assert.Equal(8, Info().TriesLeft);
    }

    [Fact]
    public void Letters_Hold_GoAsDeclined()
    {
        _bench.AskAndAgree(Command.Unlock);
        _bench.LetRead();
        _bench.Press();
        Assert.NotNull(PanelLetters.Read(_bench.Panel.Snapshot()));
        _bench.Hold();
        Assert.True(_bench.Shows(s => s.ShowOutcome(Outcome.Declined, Request.Text(""))));
        Assert.Equal(Status.Declined, _bench.Ask(Command.EnterPin, Request.EnterPin(0, 1, 2, 3)).Status);
    }

    [Fact]
    public void LoseHost_Letters_Go()
    {
        _bench.AskAndAgree(Command.Unlock);
        _bench.App.LoseHost(_bench.Time.NowMs);
        Assert.Equal(Status.Cancelled, _bench.Ask(Command.EnterPin, Request.EnterPin(0, 1, 2, 3)).Status);
        Assert.Equal(8, Info().TriesLeft);
    }

    [Fact]
    public void LoseHost_Checking_GoesOn()
    {
        _bench.AskAndAgree(Command.Unlock);
        _bench.Send(Command.EnterPin, _bench.Letters(Pin));
        _bench.App.LoseHost(_bench.Time.NowMs);
        _bench.Run(5000);
        Assert.False(Info().IsLocked);
    }

    [Fact]
    public void Cancel_Letters_Go()
    {
        _bench.AskAndAgree(Command.Unlock);
        Assert.Equal(TokenState.Asking, State());
        Assert.Equal(Status.Ok, _bench.Ask(Command.Cancel).Status);
        Assert.Equal(TokenState.Locked, State());
        Assert.Equal(Status.Cancelled, _bench.Ask(Command.EnterPin, Request.EnterPin(0, 1, 2, 3)).Status);
    }

    [Fact]
    public void Cancel_Checking_EndsItAndTheTryStaysCounted()
    {
        _bench.AskAndAgree(Command.Unlock);
        int entered = _bench.Send(Command.EnterPin, _bench.Letters(Pin));
        Assert.Equal(Status.Busy, _bench.Ask(Command.Unlock).Status);
        int cancel = _bench.Send(Command.Cancel, new Empty());
        Assert.Equal(
            [(entered, Status.Cancelled), (cancel, Status.Ok)],
            _bench.TakeReplies().Select(reply => (reply.Sequence, reply.Status)));
        Assert.Equal(7, Info().TriesLeft);
        Assert.True(Info().IsLocked);
    }

    [Fact]
    public void Enter_WhileOneIsChecked_IsBusy()
    {
        _bench.AskAndAgree(Command.Unlock);
        _bench.Send(Command.EnterPin, _bench.Letters(Pin));
        _bench.TakeReplies();
        Assert.Equal(Status.Busy, _bench.Ask(Command.EnterPin, Request.EnterPin(0, 1, 2, 3)).Status);
        Assert.Equal(Status.Ok, _bench.WaitForFinalReply().Status);
    }

    [Fact]
    public void Enter_TenThousandTimesWithoutAPress_UsesNoTry()
    {
        for (int i = 0; i < 10_000; i++)
        {
            byte[] letters = [(byte)(i % 10), (byte)(i / 10 % 10), (byte)(i / 100 % 10), (byte)(i / 1000)];
            Assert.Equal(Status.PinNotAsked, _bench.Ask(Command.EnterPin, Request.EnterPin(letters)).Status);
        }

        Assert.Equal(8, Info().TriesLeft);
        Assert.Equal(Status.Ok, _bench.Unlock(Pin).Status);
    }

    [Fact]
    public void Unlock_TenThousandTimesWithoutAPress_UsesNoTry()
    {
        for (int i = 0; i < 10_000; i++)
        {
            _bench.Send(Command.Unlock, new Empty());
            _bench.Send(Command.EnterPin, Request.EnterPin(0, 1, 2, 3));
            _bench.Send(Command.Cancel, new Empty());
            Assert.DoesNotContain(_bench.TakeReplies(), reply => reply.Status is Status.Working or Status.PinWrong);
        }

        Assert.Equal(8, Info().TriesLeft);
    }

    [Fact]
    public void Enter_LastWrongOne_BlocksAndAHoldWipes()
    {
        Exhaust(Status.PinBlocked);
        Assert.Equal((true, 0), (Info().IsLocked, Info().TriesLeft));
        Assert.Equal(Status.PinBlocked, _bench.Ask(Command.Unlock).Status);
        Assert.Equal(Status.Locked, _bench.Ask(Command.GetCode, Request.GetCode("a")).Status);
        Assert.Equal(Status.Ok, _bench.AskAndAgree(Command.Wipe).Status);
        Assert.Equal(TokenState.Ready, State());
        Assert.False(Info().IsSet);
    }

    [Fact]
    public void Secrets_AfterTheCheck_AreGone()
    {
        _bench.AskAndAgree(Command.Unlock);
        EnterPinRequest letters = _bench.Letters(Pin);
        _bench.TypePin(Pin);
        Assert.Empty(SecretSearch.Find(_bench.App, [2, 5, 8, 0], _bench.Storage, _bench.Link));
        Assert.Empty(SecretSearch.Find(_bench.App, "2580"u8, _bench.Storage, _bench.Link));
        Assert.Empty(SecretSearch.Find(_bench.App, letters.Letters.AsSpan(0, 4), _bench.Storage, _bench.Link));
    }

    private void Exhaust(Status last)
    {
        for (int tries = 8; tries > 0; tries--)
        {
            Assert.Equal(tries > 1 ? Status.PinWrong : last, _bench.Unlock("0000").Status);
            _bench.Run(64_000);
        }
    }

    private string Letters() => PanelLetters.Of(_bench.Panel.Snapshot(), "0123456789")!;

    private PinState Info() => _bench.Ask(Command.Info).As<InfoReply>().Pin;

    private TokenState State() => _bench.Ask(Command.Hello).As<HelloReply>().State;
}
