using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Power;
using HwToken.Device.Tests.Requests;
using HwToken.Device.Ui;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.App;

/// <summary>The seal from the owner's side: seen, broken, and not broken by anything but two deliberate holds.</summary>
public class SealedViewTests
{
    private readonly TokenBench _bench = TokenBench.WithAccounts("a");

    public SealedViewTests() => _bench.SealIt();

    private string? Digits => PanelDigits.Read(_bench.Panel.Snapshot(), 6);

    [Fact]
    public void Press_SealedToken_ShowsTheSealAndNoCodeHoweverOften()
    {
        for (int i = 0; i < 5; i++)
        {
            _bench.Press();
            AssertShowsSealed(0);
        }
    }

    [Fact]
    public void Hold_Once_AsksAndAPressLeavesTheSeal()
    {
        _bench.Press();
        _bench.Hold();
        AssertAsks(0);
        _bench.LetRead();
        _bench.Press();
        AssertShowsSealed(0);
    }

    [Fact]
    public void Hold_Twice_CountsTheOpeningAndShowsTheCode()
    {
        _bench.BreakSeal();
        Assert.NotNull(Digits);
        SealState seal = _bench.SealOf();
        Assert.Equal((false, 1), (seal.IsSealed, seal.Openings));
        Assert.Equal((Core.Audit.AuditEvent.Opened, 1), AuditReading.Newest(Vaults.Load(_bench.Storage)));
        Assert.Equal(Status.AwaitingPress, _bench.Ask(Command.GetCode, Request.GetCode("a")).Status);
    }

    [Fact]
    public void Hold_BegunBeforeTheQuestionCouldBeRead_IsNoAnswer()
    {
        _bench.Press();
        _bench.Hold();
        _bench.Hold();
        AssertAsks(0);
        _bench.LetRead();
        _bench.Hold();
        Assert.NotNull(Digits);
    }

    [Fact]
    public void Hold_NeverLetGo_OpensNothing()
    {
        _bench.Press();
        _bench.Press(downMs: 1500);
        AssertAsks(0);
    }

    [Fact]
    public void Question_Unanswered_IsNotAskedAnyMore()
    {
        _bench.Press();
        _bench.Hold();
        _bench.RunUntilAsleep();
        _bench.Hold();
        AssertShowsSealed(0);
        _bench.Hold();
        AssertAsks(0);
    }

    [Fact]
    public void Question_HostAsksMeanwhile_HasToBeAskedAgain()
    {
        _bench.Press();
        _bench.Hold();
        _bench.Ask(Command.Drill, Request.Drill(_bench.UnixSeconds()));
        _bench.LetRead();
        _bench.Hold();
        Assert.Equal(Status.Declined, _bench.WaitForFinalReply().Status);
        _bench.Press();
        AssertShowsSealed(0);
        Assert.True(_bench.SealOf().IsSealed);
    }

    [Fact]
    public void Open_StorageRefuses_SaysSoAndStaysSealedAndUncounted()
    {
        _bench.Storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        _bench.BreakSeal();
        Assert.True(_bench.Shows(screen => screen.ShowOutcome(Outcome.StorageFailed, Request.Text(""))));
        Assert.Equal((true, 0), (_bench.SealOf().IsSealed, _bench.SealOf().Openings));
        _bench.Hold();
        AssertShowsSealed(0);

        _bench.Storage.Refuses = (_, _) => false;
        _bench.Hold();
        _bench.LetRead();
        _bench.Hold();
        Assert.NotNull(Digits);
    }

    [Fact]
    public void Openings_SealedAgainAndAgain_GoUp()
    {
        for (int openings = 1; openings <= 3; openings++)
        {
            _bench.BreakSeal();
            _bench.RunUntilAsleep();
            _bench.SealIt(openings);
            _bench.Press();
            AssertShowsSealed(openings, openings);
            _bench.RunUntilAsleep();
        }
    }

    [Fact]
    public void Openings_AllThatTheCounterHolds_StayThere()
    {
        TokenVault vault = Vaults.Load(_bench.Storage);
        vault.State.Seal.Openings = 0xFFFFFFFF;
        Assert.True(vault.Save());
        _bench.Restart();
        _bench.BreakSeal();
        Assert.Equal((false, 0xFFFFFFFF), (_bench.SealOf().IsSealed, _bench.SealOf().Openings));
    }

    [Fact]
    public void Open_ClockStopped_IsCountedAndShowsNoCode()
    {
        _bench.Chip.LosePower();
        _bench.BreakSeal();
        Assert.True(_bench.Shows(screen => screen.ShowClockProblem(ClockState.Stopped)));
        Assert.Equal(1, _bench.SealOf().Openings);
    }

    [Fact]
    public void Seal_CodeOnTheScreenBefore_IsGone()
    {
        TokenBench bench = TokenBench.WithAccounts("a");
        bench.Press();
        bench.AskAndAgree(Command.Seal, Request.Seal(7));
        bench.Run(Timing.OutcomeMs);
        Assert.Null(PanelDigits.Read(bench.Panel.Snapshot(), 6));
        Assert.Empty(SecretSearch.Find(bench.App, TokenBench.KeyOf("a").AsSpan(0, 8), bench.Storage, bench.Link));
    }

    [Fact]
    public void Press_OnEmptyCells_WarnsOnTheSealedScreenToo()
    {
        _bench.Power.ExternalPower = false;
        _bench.Power.BatteryMillivolts = 3300;
        _bench.Press();
        Assert.True(_bench.Shows(screen =>
        {
            screen.SetBattery(BatteryState.Empty);
            screen.ShowSealed(7, _bench.SealOf().SealedUnixSeconds, 0);
        }));
    }

    [Fact]
    public void AnyCommandAndGestureButTwoHolds_SealedToken_GivesNoCode()
    {
        var random = new Random(1042);
        for (int i = 0; i < 2000; i++)
        {
            var command = (Command)random.Next(256);
            _bench.Send(command, random.Next(2) == 0 ? Request.GetCode("a") : new Empty());
            if (command == Command.CompareClock)
            {
                // Until it is answered: the next request would end it.
                _bench.Run(1200);
            }

            if (random.Next(3) == 0)
            {
                _bench.Press();
            }
            else if (random.Next(3) == 0)
            {
                // A short press follows each hold: a second one in a row is what opens.
                _bench.Hold();
                _bench.LetRead();
                _bench.Press();
            }

            Assert.Null(Digits);
            Assert.DoesNotContain(_bench.TakeReplies(), reply => reply.Command == Command.GetCode && reply.Status == Status.Ok);
            Assert.Equal((true, 0), (_bench.SealOf().IsSealed, _bench.SealOf().Openings));
            _bench.TakeReplies();
        }
    }

    private void AssertAsks(long openings) => Assert.True(
        _bench.Shows(screen =>
        {
            screen.AskOpen(7, openings);
            screen.ShowWait(30, 30);
        }),
        _bench.Panel.ToText());

    private void AssertShowsSealed(long openings, long number = 7) => Assert.True(
        _bench.Shows(screen => screen.ShowSealed(number, _bench.SealOf().SealedUnixSeconds, openings)), _bench.Panel.ToText());
}
