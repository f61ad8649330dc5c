using HwToken.Core.Audit;
using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Time;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;
using HwToken.Virtual.Chips;

namespace HwToken.Device.Tests.Time;

public class TokenClockTests
{
    private const long Noon = 1800014400;
    private const string Table = "clock";
    private const string Account = "a";

    private readonly ManualTime _time = new();
    private readonly MemoryStorage _storage = new();
    private readonly TokenVault _vault;
    private readonly SimulatedDs3231 _chip;
    private readonly TokenClock _clock;

    public TokenClockTests()
    {
        _vault = Vaults.Load(_storage);
        _chip = new SimulatedDs3231(_time);
        _clock = new TokenClock(_chip, _vault);
    }

    public static IEnumerable<object[]> Rows => ReadmeTable.Rows(Table);

    [Theory]
    [MemberData(nameof(Rows))]
    public void Clock_InAState_IsUsedAsTheTableSays(
        string clock, string getCode, string compareClock, string adjustClock, string screen)
    {
        ClockState state = Enum.Parse<ClockState>(clock);
        TokenBench bench = state == ClockState.NeverSet ? new TokenBench() : TokenBench.WithAccounts("b");
        bench.Put(Account, TokenBench.KeyOf(Account));
        bench.RunUntilAsleep();
        switch (state)
        {
            case ClockState.Stopped:
                bench.Chip.LosePower();
                break;
            case ClockState.Unreadable:
                bench.Chip.Answers = false;
                break;
        }

        Assert.Equal(state, bench.Ask(Command.GetClock).As<ClockReply>().State);
        bench.Press();
        Assert.Equal(screen == "clock problem", bench.Shows(s => s.ShowClockProblem(state)));
        Assert.Equal(screen == "code", PanelDigits.Read(bench.Panel.Snapshot(), 6) is not null);
        IMessage adjustment = Request.AdjustClock(state == ClockState.Running ? bench.UnixSeconds() * 1000 : 0, offsetMs: 0);
        Assert.Equal(adjustClock, bench.Ask(Command.AdjustClock, adjustment).Status.ToString());
        bench.Send(Command.CompareClock, new Empty());
        bench.Run(1000);
        Assert.Equal(compareClock, Assert.Single(bench.TakeReplies()).Status.ToString());
        Assert.Equal(getCode, bench.Ask(Command.GetCode, Request.GetCode(Account)).Status.ToString());
    }

    [Fact]
    public void Table_Rows_AreAllClockStates() =>
        Assert.Equal(Enum.GetNames<ClockState>(), ReadmeTable.Rows(Table).Select(row => row[0]));

    [Fact]
    public void Set_Time_CountsFromThereOn()
    {
        Assert.Equal(Status.Ok, _clock.Set(Noon));
        _time.Advance(90_000);
        Assert.Equal(ClockState.Running, _clock.Read(out long unixSeconds));
        Assert.Equal(Noon + 90, unixSeconds);
        Assert.Equal(Noon, _vault.Clock.SetSeconds);
    }

    [Fact]
    public void Read_ChipRunsButWasNeverSetHere_IsNeverSet()
    {
        // Such as a chip that comes with a time from its last device.
        _chip.StartAt(DateTimeOffset.FromUnixTimeSeconds(Noon));
        Assert.Equal(ClockState.NeverSet, _clock.Read(out long unixSeconds));
        Assert.Equal(0, unixSeconds);
    }

    [Fact]
    public void Read_ChipShowsATimeBeforeItWasSet_HasStopped()
    {
        _clock.Set(Noon);
        _chip.StartAt(DateTimeOffset.FromUnixTimeSeconds(Noon - 1));
        Assert.Equal(ClockState.Stopped, _clock.Read(out _));
        _chip.StartAt(DateTimeOffset.FromUnixTimeSeconds(Noon));
        Assert.Equal(ClockState.Running, _clock.Read(out _));
    }

    [Fact]
    public void Set_BackToAnEarlierTime_Runs()
    {
        _clock.Set(Noon);
        Assert.Equal(Status.Ok, _clock.Set(Noon - 86400));
        Assert.Equal(ClockState.Running, _clock.Read(out long unixSeconds));
        Assert.Equal(Noon - 86400, unixSeconds);
    }

    [Fact]
    public void Set_TimesAtTheEnds_AreTakenAndBeyondRefused()
    {
        const long Last = 6311433599;
        Assert.Equal(Status.Ok, _clock.Set(Last));
        Assert.Equal(Status.TimeInvalid, _clock.Set(Last + 1));
        Assert.Equal(Status.Ok, _clock.Set(0));
    }

    [Fact]
    public void Set_ChipDoesNotAnswer_IsNotRemembered()
    {
        _chip.Answers = false;
        Assert.Equal(Status.ClockUnreadable, _clock.Set(Noon));
        Assert.False(_vault.Clock.WasSet);
    }

    [Fact]
    public void Set_StorageRefuses_StaysNeverSet()
    {
        _storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        Assert.Equal(Status.StorageFailed, _clock.Set(Noon));
        Assert.Equal(ClockState.NeverSet, _clock.Read(out _));
    }

    [Fact]
    public void Set_PowerLostBeforeItIsRemembered_StaysNeverSet()
    {
        int operation = _storage.Operations;
        _storage.LosesPower = number => number == operation;
        Assert.Throws<PowerLostException>(() => _clock.Set(Noon));
        _storage.LosesPower = _ => false;
        Assert.Equal(ClockState.NeverSet, new TokenClock(_chip, Vaults.Load(_storage)).Read(out _));
    }

    [Fact]
    public void Report_Clock_TellsStateTimeAndWhenItWasSet()
    {
        var reply = new ClockReply();
        _clock.Report(reply);
        Assert.Equal((ClockState.NeverSet, 0, 0), (reply.State, reply.UnixSeconds, reply.LastSetUnixSeconds));
        _clock.Set(Noon);
        _time.Advance(5000);
        _clock.Report(reply);
        Assert.Equal((ClockState.Running, Noon + 5, Noon), (reply.State, reply.UnixSeconds, reply.LastSetUnixSeconds));
        _chip.LosePower();
        _clock.Report(reply);
        Assert.Equal((ClockState.Stopped, 0, Noon), (reply.State, reply.UnixSeconds, reply.LastSetUnixSeconds));
    }

    [Fact]
    public void SaveNewest_WithinADay_WritesNothing()
    {
        _clock.Set(Noon);
        LookTwice();
        int operations = _storage.Operations;
        _time.Advance(86_390_000);
        LookTwice();
        _clock.SaveNewest();
        Assert.Equal(operations, _storage.Operations);
    }

    /// <summary>A chip that was set back behind the token's back, by anyone who can reach its bus.</summary>
    [Fact]
    public void SaveNewest_ADayLater_AnEarlierTimeIsNotBelievedAfterARestart()
    {
        _clock.Set(Noon);
        _time.Advance(86_400_000);
        LookTwice();
        _clock.SaveNewest();
        _chip.StartAt(DateTimeOffset.FromUnixTimeSeconds(Noon + 3600));
        Assert.Equal(ClockState.Stopped, new TokenClock(_chip, Vaults.Load(_storage)).Read(out _));
    }

    /// <summary>One reading that the bus has garbled must not make every later one look like the past.</summary>
    [Fact]
    public void Read_OneGarbledTimeFarAhead_DoesNoHarm()
    {
        _clock.Set(Noon);
        LookTwice();
        _chip.StartAt(DateTimeOffset.FromUnixTimeSeconds(Noon + 100_000_000));
        _clock.Read(out _);
        _chip.StartAt(DateTimeOffset.FromUnixTimeSeconds(Noon + 2));
        Assert.Equal(ClockState.Running, _clock.Read(out long unixSeconds));
        Assert.Equal(Noon + 2, unixSeconds);
    }

    /// <summary>Flash takes its time, and the chip counts on meanwhile: it must not be set back to where it was.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(400)]
    [InlineData(1200)]
    [InlineData(2500)]
    public void Set_RunningAndStorageIsSlow_Runs(int milliseconds)
    {
        _clock.Set(Noon);
        _time.Advance(5600);
        LookTwice();
        _storage.Refuses = (_, operation) =>
        {
            _time.Advance(operation == nameof(MemoryStorage.Commit) ? milliseconds : 0);
            return false;
        };
        Assert.Equal(Status.Ok, _clock.Set(Noon - 90));
        LookTwice();
        Assert.Equal(ClockState.Running, _clock.Read(out long unixSeconds));
        Assert.InRange(unixSeconds, Noon - 90 + (milliseconds / 1000) - 1, Noon - 90 + (milliseconds / 1000) + 2);
    }

    [Fact]
    public void Set_RunningByLittleThenMuchThenBack_IsLoggedAndCounted()
    {
        _clock.Set(Noon);
        _clock.Set(Noon + 1);
        _clock.Set(Noon + 3601);
        _clock.Set(Noon);
        Assert.Equal(
            [
                (AuditEvent.Created, 0), (AuditEvent.ClockSet, 0), (AuditEvent.ClockSet, 1), (AuditEvent.ClockJumped, 3600),
                (AuditEvent.ClockJumped, -3601),
            ],
            LogEntries());
        Assert.Equal((2, 1), (_vault.Clock.Jumps, _vault.Clock.BackwardJumps));
    }

    [Theory]
    [InlineData(60, false)]
    [InlineData(-60, true)]
    public void Set_StoppedClock_IsAJumpWhereItGoesBackBeforeATimeThatWasShown(int seconds, bool isJump)
    {
        _clock.Set(Noon);
        LookTwice();
        _chip.LosePower();
        Assert.Equal(isJump, _clock.IsJump((Noon + seconds) * 1000));
        Assert.Equal(Status.Ok, _clock.Set(Noon + seconds));
        Assert.Equal(isJump ? 1 : 0, _vault.Clock.BackwardJumps);
    }

    [Fact]
    public void Set_RunningChipTwelvePpmFast_SaysThatItIsImplausible()
    {
        _clock.Set(Noon);
        _time.Advance(30 * 86_400_000L);
        long chip = Noon + (30 * 86_400);
        Assert.Equal(Status.Ok, _clock.Set(chip - 32));
        Assert.Equal(ClockRate.Implausible, _vault.Clock.Rate);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(60, 18)] // 2 + 0.164 ppm, and 1 for a winter: 16.4 s, and the setting's 1 s, and half a second
    public void BoundSeconds_DaysAfterTheSetting_AreRoundedUp(int days, int seconds)
    {
        _clock.Set(Noon);
        _time.Advance(days * 86_400_000L);
        Assert.Equal(ClockState.Running, _clock.Read(out long now));
        Assert.InRange(_clock.BoundSeconds(now), seconds, seconds + 1);
    }

    private void LookTwice()
    {
        _clock.Read(out _);
        _time.Advance(1000);
        _clock.Read(out _);
    }

    private List<(AuditEvent What, int Detail)> LogEntries()
    {
        AuditLog log = _vault.State.Log;
        byte[] bytes = new byte[log.Count * AuditEntry.Length];
        log.WriteEntries(new PayloadWriter(bytes), 0, log.Count);
        PayloadReader reader = new();
        reader.Reset(bytes, 0, bytes.Length);
        AuditEntry entry = new();
        List<(AuditEvent, int)> entries = [];
        for (int i = 0; i < log.Count; i++)
        {
            entry.Read(reader);
            entries.Add((entry.Event, (int)entry.Detail));
        }

        return entries;
    }
}
