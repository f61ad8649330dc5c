using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Ui;
using HwToken.TestKit.Device;
using HwToken.TestKit.Otp;

namespace HwToken.Device.Tests.App;

public class HomeScreensTests
{
    private const int Period = 30;

    [Fact]
    public void Start_NobodyPressed_IsDark()
    {
        var bench = new TokenBench();
        bench.Run(1000);
        Assert.False(bench.Panel.IsOn);
    }

    [Fact]
    public void Press_Asleep_ShowsTheCodeOfTheFirstAccount()
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b");
        bench.Press();
        AssertShowsCode(bench, "a", next: false);
    }

    [Fact]
    public void Hold_Asleep_ShowsTheCodeOfTheFirstAccountToo()
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b");
        bench.Hold();
        AssertShowsCode(bench, "a", next: false);
    }

    [Fact]
    public void Press_AgainAndAgain_GoesThroughCodesAndNextCodesAndBegins()
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b");
        foreach ((string name, bool next) in new[] { ("a", false), ("a", true), ("b", false), ("b", true), ("a", false) })
        {
            bench.Press();
            AssertShowsCode(bench, name, next);
        }
    }

    [Fact]
    public void Hold_AgainAndAgain_GoesBackToTheCodeAndThenToTheAccountsBefore()
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b", "c");
        bench.Press();
        bench.Press();
        AssertShowsCode(bench, "a", next: true);
        bench.Hold();
        foreach (string name in new[] { "a", "c", "b", "a" })
        {
            bench.Hold();
            AssertShowsCode(bench, name, next: false);
        }
    }

    [Fact]
    public void Press_OneAccountAlone_AlternatesBetweenItsCodes()
    {
        TokenBench bench = TokenBench.WithAccounts("a");
        foreach (bool next in new[] { false, true, false, true })
        {
            bench.Press();
            AssertShowsCode(bench, "a", next);
        }
    }

    [Fact]
    public void Screen_ThirtySecondsAfterTheLastPress_GoesDark()
    {
        TokenBench bench = TokenBench.WithAccounts("a");
        bench.Press();
        bench.Run(20000);
        bench.Press();
        bench.Run(Timing.AwakeMs - 1);
        Assert.True(bench.Panel.IsOn);
        bench.Run(1);
        Assert.False(bench.Panel.IsOn);
        Assert.True(bench.App.MaySleep);
    }

    [Fact]
    public void Press_AfterSleep_ShowsTheCurrentAccountsCode()
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b", "c");
        bench.Press();
        bench.Press();
        bench.Press();
        bench.Press();
        AssertShowsCode(bench, "b", next: true);
        bench.RunUntilAsleep();
        bench.Press();
        AssertShowsCode(bench, "b", next: false);
    }

    [Fact]
    public void Press_AfterSleepAndRestart_StillShowsTheCurrentAccount()
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b", "c");
        bench.Press();
        bench.Hold();
        bench.RunUntilAsleep();
        bench.Restart();
        bench.Press();
        AssertShowsCode(bench, "c", next: false);
    }

    [Fact]
    public void Restart_ButtonHeldAtBoot_ShowsTheCode()
    {
        TokenBench bench = TokenBench.WithAccounts("a");
        bench.Button.IsPressed = true;
        bench.Restart();
        bench.Run(150);
        bench.Button.IsPressed = false;
        bench.Run(50);
        AssertShowsCode(bench, "a", next: false);
    }

    [Fact]
    public void Browse_ManyAccounts_WritesToStorageOnlyOnceAndWhenItGoesDark()
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b", "c");
        int commits = 0;
        bench.Storage.Refuses = (_, operation) =>
        {
            commits += operation == nameof(MemoryStorage.Commit) ? 1 : 0;
            return false;
        };
        for (int i = 0; i < 4; i++)
        {
            bench.Press();
        }

        Assert.Equal(0, commits);
        bench.RunUntilAsleep();
        Assert.Equal(1, commits);
        bench.Press();
        bench.RunUntilAsleep();
        Assert.Equal(1, commits);
    }

    [Fact]
    public void Press_NoAccounts_SaysSoWithTheSerialNumber()
    {
        var bench = new TokenBench();
        bench.SetClock();
        bench.RunUntilAsleep();
        byte[] serial = bench.Ask(Command.Hello).As<HelloReply>().Serial;
        foreach (Action press in new Action[] { () => bench.Press(), bench.Hold, () => bench.Press() })
        {
            press();
            Assert.True(bench.Shows(screen => screen.ShowNoAccounts(serial)));
        }
    }

    [Fact]
    public void Press_ClockNeverSet_SaysSo()
    {
        var bench = new TokenBench();
        bench.Put("a", TokenBench.KeyOf("a"));
        bench.RunUntilAsleep();
        AssertShowsClockProblem(bench, ClockState.NeverSet);
    }

    [Fact]
    public void Press_ClockStopped_SaysSo()
    {
        TokenBench bench = TokenBench.WithAccounts("a");
        bench.Chip.LosePower();
        AssertShowsClockProblem(bench, ClockState.Stopped);
    }

    [Fact]
    public void Press_ClockDoesNotAnswer_SaysSoUntilItDoes()
    {
        TokenBench bench = TokenBench.WithAccounts("a");
        bench.Chip.Answers = false;
        AssertShowsClockProblem(bench, ClockState.Unreadable);
        bench.Chip.Answers = true;
        bench.Run(200);
        AssertShowsCode(bench, "a", next: false);
    }

    [Fact]
    public void Press_StorageDamagedBeforeTheStart_SaysSo()
    {
        TokenBench bench = TokenBench.WithAccounts("a");
        Vaults.DamageState(bench.Storage);
        bench.Restart();
        bench.Press();
        Assert.True(bench.Shows(screen => screen.ShowStorageFault()));
        bench.Hold();
        Assert.True(bench.Shows(screen => screen.ShowStorageFault()));
    }

    [Fact]
    public void Press_AccountDamagedSinceTheStart_SaysSoInsteadOfACode()
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b");
        Vaults.DamageAccount(bench.Storage, 1);
        bench.Press();
        AssertShowsCode(bench, "a", next: false);
        bench.Press();
        bench.Press();
        Assert.True(bench.Shows(screen => screen.ShowStorageFault()));
    }

    [Fact]
    public void Delete_AccountBeforeTheCurrentOne_TheCurrentOneStays()
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b", "c");
        bench.Press();
        bench.Hold();
        AssertShowsCode(bench, "c", next: false);
        bench.AskAndAgree(Command.DeleteAccount, Request.DeleteAccount("a"));
        bench.RunUntilAsleep();
        bench.Press();
        AssertShowsCode(bench, "c", next: false);
    }

    [Fact]
    public void Delete_TheCurrentAccountAndTheLast_TheFirstIsShown()
    {
        TokenBench bench = TokenBench.WithAccounts("a", "b");
        bench.Press();
        bench.Hold();
        AssertShowsCode(bench, "b", next: false);
        bench.AskAndAgree(Command.DeleteAccount, Request.DeleteAccount("b"));
        bench.RunUntilAsleep();
        bench.Press();
        AssertShowsCode(bench, "a", next: false);
    }

    private static void AssertShowsClockProblem(TokenBench bench, ClockState state)
    {
        bench.Press();
        Assert.True(bench.Shows(screen => screen.ShowClockProblem(state)));
        bench.Press();
        bench.Hold();
        Assert.True(bench.Shows(screen => screen.ShowClockProblem(state)));
    }

    private static void AssertShowsCode(TokenBench bench, string name, bool next)
    {
        long now = bench.UnixSeconds();
        int code = int.Parse(ReferenceTotp.Code(TokenBench.KeyOf(name), (now / Period) + (next ? 1 : 0)), null);
        Assert.True(
            bench.Shows(s => s.ShowCode(code, 6, Request.Text(name), Period - (int)(now % Period), Period, next, boundSeconds: 2)),
            $"not the {(next ? "next " : "")}code of {name}:\n{bench.Panel.ToText()}");
    }
}
