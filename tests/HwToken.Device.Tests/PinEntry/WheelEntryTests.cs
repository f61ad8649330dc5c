using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.PinEntry;

public class WheelEntryTests
{
    private const string Pin = "2580";

    [Fact]
    public void Dial_RightPin_GoesOnToTheCode()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, accounts: "a");
        bench.DialPin(Pin);
        Assert.NotNull(PanelDigits.Read(bench.Panel.Snapshot(), 6));
        Assert.Equal(TokenState.Ready, bench.Ask(Command.Hello).As<HelloReply>().State);
    }

    [Fact]
    public void Dial_DigitTakenBack_IsNoPartOfThePin()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, accounts: "a");
        bench.Press();
        bench.Dial("29");
        bench.TurnTo(Device.PinEntry.Wheel.Delete, 2);
        bench.Hold();
        bench.Dial("580", taken: 1);
        bench.TurnTo(Device.PinEntry.Wheel.Ok, 4);
        bench.Hold();
        bench.Run(2000);
        Assert.NotNull(PanelDigits.Read(bench.Panel.Snapshot(), 6));
    }

    [Fact]
    public void Dial_WrongPin_CountsDownAndBeginsAnew()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, accounts: "a");
        bench.Unlock("0000");
        bench.Run(10_000);
        bench.Unlock("0000");
        bench.Run(10_000);
        bench.DialPin("0000");
        Assert.True(bench.Shows(s => s.ShowPinWrong(5, 3, 4)));
        bench.Run(4500);
        Assert.Contains(Enumerable.Range(0, 10), digit => bench.Shows(s => s.ShowPinWheel(digit, 0, 5)));
        bench.Run(Timing.AwakeMs);
        Assert.False(bench.Panel.IsOn);
    }

    [Fact]
    public void Wait_LongerThanTheScreenStaysOn_KeepsItOnAndNeverSleeps()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, accounts: "a");
        for (int i = 0; i < 6; i++)
        {
            bench.Unlock("0000");
            bench.Run(64_000);
        }

        bench.DialPin("0000");
        for (int second = 0; second < 58; second++)
        {
            bench.Run(1000);
            Assert.True(bench.Panel.IsOn && !bench.App.MaySleep);
        }

        bench.Run(6000);
        Assert.Contains(Enumerable.Range(0, 10), digit => bench.Shows(s => s.ShowPinWheel(digit, 0, 1)));
    }

    [Fact]
    public void Dial_ScreenGoesDark_ForgetsTheDigits()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, accounts: "a");
        bench.Press();
        bench.Dial("258");
        bench.RunUntilAsleep();
        Assert.Empty(SecretSearch.Find(bench.App, [2, 5, 8], bench.Storage));
        bench.Press();
        Assert.Contains(Enumerable.Range(0, 10), digit => bench.Shows(s => s.ShowPinWheel(digit, 0, 8)));
    }

    [Fact]
    public void Unlock_WheelInUse_HasToWaitUntilItIsLeft()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, accounts: "a");
        bench.Press();
        Assert.Equal(Status.AwaitingPress, bench.Ask(Command.Unlock).Status);
        bench.Send(Command.Cancel, new Empty());
        bench.Run(Timing.OutcomeMs);
        bench.TakeReplies();
        bench.Press();
        Assert.Equal(Status.Busy, bench.Ask(Command.Unlock).Status);
        bench.RunUntilAsleep();
        Assert.Equal(Status.AwaitingPress, bench.Ask(Command.Unlock).Status);
    }

    [Fact]
    public void Wheel_WrongPinThroughTheHostMeanwhile_WaitsAsBehindOneOfItsOwn()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, accounts: "a");
        bench.Press();
        Assert.Equal(Status.PinWrong, bench.Unlock("0000").Status);
        bench.RunUntilAsleep();
        bench.Press();
        Assert.Equal(Status.PinWrong, bench.Unlock("0000").Status);
        bench.Press();
        Assert.True(bench.Shows(s => s.ShowPinWrong(6, 2, 2)));
        bench.Run(2000);
        Assert.Contains(Enumerable.Range(0, 10), digit => bench.Shows(s => s.ShowPinWheel(digit, 0, 6)));
    }

    [Fact]
    public void Dial_StorageDoesNotCount_SaysSoAndBeginsAnew()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, accounts: "a");
        bench.Storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        bench.DialPin(Pin);
        Assert.True(bench.Shows(s => s.ShowOutcome(Device.Ui.Outcome.StorageFailed, Request.Text(""))));
        bench.Storage.Refuses = (_, _) => false;
        bench.Press();
        bench.Dial(Pin);
        bench.TurnTo(Device.PinEntry.Wheel.Ok, 4);
        bench.Hold();
        bench.Run(2000);
        Assert.NotNull(PanelDigits.Read(bench.Panel.Snapshot(), 6));
    }

    [Fact]
    public void Dial_LastTryErases_SaysSoAndWhatToDo()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, maxTries: 3, erases: true, "a");
        for (int i = 0; i < 3; i++)
        {
            bench.DialPin("0000");
            bench.Run(5000);
            bench.RunUntilAsleep();
        }

        bench.Press();
        Assert.True(bench.Shows(s => s.ShowPinErased()));
        InfoReply info = bench.Ask(Command.Info).As<InfoReply>();
        Assert.Equal((0, false, false), (info.Accounts, info.Pin.IsSet, info.Pin.IsLocked));
    }

    [Fact]
    public void Secrets_AfterTheCheck_AreGone()
    {
        TokenBench bench = PinOwner.LockedBench(Pin, accounts: "a");
        bench.DialPin(Pin);
        Assert.Empty(SecretSearch.Find(bench.App, [2, 5, 8, 0], bench.Storage));
        Assert.Empty(SecretSearch.Find(bench.App, "2580"u8, bench.Storage));
    }
}
