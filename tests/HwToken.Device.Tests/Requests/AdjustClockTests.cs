using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Vault;
using HwToken.TestKit.Device;

namespace HwToken.Device.Tests.Requests;

public class AdjustClockTests
{
    private readonly TokenBench _bench = TokenBench.WithAccounts("a");

    private ClockReply Clock => _bench.Ask(Command.GetClock).As<ClockReply>();

    [Theory]
    [InlineData(700)]
    [InlineData(-700)]
    public void Request_SmallOffset_IsTakenOutAtOnceAndInTheDark(int offsetMs)
    {
        TokenReply reply = Adjust(offsetMs);
        Assert.Equal(Status.Ok, reply.Status);
        Assert.False(_bench.Panel.IsOn);
        ClockQuality quality = reply.As<ClockReply>().Quality;
        Assert.Equal(offsetMs, quality.GainedMs);
        Assert.Equal(10, quality.BoundMs);
        Assert.Equal(0, quality.Jumps);

        (long toldMs, _) = Compare();
        Assert.Equal(-offsetMs, toldMs - (_bench.UnixSeconds() * 1000));
    }

    [Fact]
    public void Request_SmallOffset_OutlivesARestart()
    {
        Adjust(700);
        _bench.Restart();
        Assert.Equal(700, Clock.Quality.GainedMs);
    }

    [Fact]
    public void Request_LargeOffset_AsksWithBothTimes()
    {
        Assert.Equal(Status.AwaitingPress, Adjust(-60_000).Status);
        long now = _bench.UnixSeconds();
        Assert.True(_bench.Shows(screen =>
        {
            screen.AskSetClock(ClockState.Running, now, now + 60, isJump: true);
            screen.ShowWait(30, 30);
        }));
    }

    [Theory]
    [InlineData(-60_000, 0)]
    [InlineData(60_000, 1)]
    public void Hold_Jump_IsMadeAndCounted(int offsetMs, int backward)
    {
        long before = _bench.UnixSeconds();
        long beganMs = _bench.Time.NowMs;
        Adjust(offsetMs);
        _bench.LetRead();
        _bench.Hold();
        ClockReply reply = _bench.WaitForFinalReply().As<ClockReply>();
        long elapsed = (_bench.Time.NowMs - beganMs) / 1000;
        Assert.InRange(reply.UnixSeconds - (before - (offsetMs / 1000)), elapsed - 1, elapsed + 1);
        Assert.Equal((1, backward), (reply.Quality.Jumps, reply.Quality.BackwardJumps));
        Assert.Equal((ClockState.Running, 0), (reply.State, reply.Quality.GainedMs));
    }

    [Fact]
    public void Press_Jump_IsDeclined()
    {
        Adjust(60_000);
        _bench.LetRead();
        _bench.Press();
        Assert.Equal(Status.Declined, Assert.Single(_bench.TakeReplies()).Status);
        Assert.Equal(0, Clock.Quality.Jumps);
    }

    [Fact]
    public void Hold_JumpStorageRefuses_LeavesTheOldTime()
    {
        long before = Clock.UnixSeconds;
        Adjust(60_000);
        _bench.Storage.Refuses = (_, operation) => operation == nameof(MemoryStorage.Commit);
        _bench.LetRead();
        _bench.Hold();
        Assert.Equal(Status.StorageFailed, _bench.WaitForFinalReply().Status);
        Assert.InRange(Clock.UnixSeconds, before, before + 3);
    }

    /// <summary>Whatever is cut, the token has all of the old time or all of the new one.</summary>
    [Fact]
    public void Hold_JumpPowerLostAnywhere_IsTheOldTimeOrTheNewOne()
    {
        var seen = new HashSet<bool>();
        for (int cut = 0; cut < 8; cut++)
        {
            TokenBench bench = TokenBench.WithAccounts("a");
            bench.Ask(Command.AdjustClock, Request.AdjustClock((bench.UnixSeconds() * 1000) - 3_600_000, 3_600_000));
            bench.LetRead();
            int last = bench.Storage.Operations + cut;
            bench.Storage.LosesPower = number => number >= last;
            try
            {
                bench.Hold();
                bench.Run(1000);
            }
            catch (PowerLostException)
            {
                // What is looked at is what the next start finds.
            }

            bench.Storage.LosesPower = _ => false;
            bench.Restart();
            bench.Link.TakeSent();
            ClockReply clock = bench.Ask(Command.GetClock).As<ClockReply>();
            long back = bench.UnixSeconds() - clock.UnixSeconds;
            Assert.Equal(ClockState.Running, clock.State);
            Assert.True(back is 0 or >= 3599 and <= 3601, $"cut {cut}: {back} s");
            seen.Add(back > 0);
        }

        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void Request_ManySmallOffsets_AreNotMoreThanTheBudget()
    {
        int sum = 0;
        for (int i = 0; i < 100; i++)
        {
            if (Adjust(300, uncertaintyMs: 500).Status == Status.Ok)
            {
                sum = Clock.Quality.GainedMs;
            }
            else
            {
                _bench.Send(Command.Cancel, new Empty());
            }

            _bench.Run(61_000);
            _bench.TakeReplies();
        }

        Assert.InRange(sum, 1, 1010);
    }

    /// <summary>A host that asks without end wears the flash by one change a minute.</summary>
    [Fact]
    public void Request_WithoutEnd_IsStoredOnceAMinute()
    {
        int commits = 0;
        _bench.Storage.Refuses = (_, operation) =>
        {
            commits += operation == nameof(MemoryStorage.Commit) ? 1 : 0;
            return false;
        };
        long begin = _bench.UnixSeconds();
        for (int i = 0; i < 600; i++)
        {
            Assert.Equal(Status.Ok, Adjust(i % 2, uncertaintyMs: 10).Status);
            _bench.Run(1000);
        }

        long minutes = (_bench.UnixSeconds() - begin) / 60;
        Assert.InRange(commits, minutes - 1, minutes + 1);
    }

    [Fact]
    public void Request_TwiceAsGood_IsStoredAtOnce()
    {
        Adjust(40, uncertaintyMs: 100);
        Adjust(30, uncertaintyMs: 50);
        Assert.Equal(70, Clock.Quality.GainedMs);
        Adjust(20, uncertaintyMs: 26);
        Assert.Equal(70, Clock.Quality.GainedMs);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(501)]
    public void Request_UncertaintyThatIsNone_IsRefused(int uncertaintyMs) =>
        Assert.Equal(Status.ParameterInvalid, Adjust(0, uncertaintyMs).Status);

    [Fact]
    public void Request_TimeAndOffsetContradict_IsRefused()
    {
        long hostMs = (_bench.UnixSeconds() * 1000) + 60_000;
        Assert.Equal(Status.ParameterInvalid, _bench.Ask(Command.AdjustClock, Request.AdjustClock(hostMs, offsetMs: 0)).Status);
    }

    [Fact]
    public void Request_TimeThatNoClockHolds_IsRefused() =>
        Assert.Equal(
            Status.TimeInvalid, _bench.Ask(Command.AdjustClock, Request.AdjustClock(6311433600L * 1000, offsetMs: 0)).Status);

    /// <summary>A fast chip, compared twice a month apart: the token finds its rate, and trims it.</summary>
    [Fact]
    public void Request_TwiceAMonthApart_LearnsTrimsAndKeepsTime()
    {
        Adjust(0);
        long month = 30L * 86400 * 1000;
        RunChip(month, fastPpm: 2);
        ClockQuality learned = Adjust(5184).As<ClockReply>().Quality;
        Assert.Equal(ClockRate.Learned, learned.Rate);
        Assert.InRange(learned.ResidualPpb + (learned.Aging * 100), 1998, 2002);
        var chip = new HwToken.Device.Time.Ds3231Compensation(_bench.Chip);
        Assert.True(chip.TryReadAgingOffset(out int steps));
        Assert.Equal((9, 9), (learned.Aging, steps));
        ListComparisonsReply history = _bench.Ask(Command.ListComparisons).As<ListComparisonsReply>();
        Assert.Equal([0, 5184], history.Entries.Take(history.Count).Select(entry => entry.GainedMs));
    }

    /// <summary>A chip that a power cut has left with the old aging offset gets the one that is remembered.</summary>
    [Fact]
    public void Restart_ChipHasAnotherAgingOffset_IsTrimmed()
    {
        Request_TwiceAMonthApart_LearnsTrimsAndKeepsTime();
        var chip = new HwToken.Device.Time.Ds3231Compensation(_bench.Chip);
        Assert.True(chip.WriteAgingOffset(0));
        _bench.Restart();
        Assert.True(chip.TryReadAgingOffset(out int steps));
        Assert.Equal(9, steps);
    }

    /// <summary>Lets the chip run on while the bench's time, which the chip follows exactly, leaps.</summary>

    [Fact]
    public void Request_TokenWithAPin_WantsItWithinTheMinuteBefore()
    {
        _bench.SetPin("2580");
        _bench.Run(PinLock.FreshMs);
        AdjustClockRequest jump = Request.AdjustClock((_bench.UnixSeconds() + 3600) * 1000, offsetMs: -3_600_000);
        Assert.Equal(Status.PinNotGiven, _bench.Ask(Command.AdjustClock, jump).Status);
        Assert.Equal(Status.PinNotGiven, _bench.Ask(Command.SetClock, Request.SetClock(_bench.UnixSeconds() + 1)).Status);
        Assert.Equal(Status.Ok, _bench.Ask(Command.AdjustClock, Request.AdjustClock(_bench.UnixSeconds() * 1000, offsetMs: 0)).Status);

        Assert.Equal(Status.Ok, _bench.Unlock("2580").Status);
        jump = Request.AdjustClock((_bench.UnixSeconds() + 3600) * 1000, offsetMs: -3_600_000);
        Assert.Equal(Status.AwaitingPress, _bench.Ask(Command.AdjustClock, jump).Status);
    }

    private void RunChip(long milliseconds, int fastPpm)
    {
        _bench.Time.Advance(milliseconds + (milliseconds * fastPpm / 1_000_000));
        _bench.Run(100);
        _bench.TakeReplies();
    }

    private TokenReply Adjust(int offsetMs, int uncertaintyMs = 10)
    {
        (long toldMs, _) = Compare();
        return _bench.Ask(Command.AdjustClock, Request.AdjustClock(toldMs - offsetMs, offsetMs, uncertaintyMs));
    }

    private (long ToldMs, int LatenessMs) Compare()
    {
        _bench.Link.TakeSent();
        _bench.Send(Command.CompareClock, new Empty());
        CompareClockReply reply = _bench.WaitForFinalReply().As<CompareClockReply>();
        return ((reply.UnixSeconds * 1000) + reply.Milliseconds, reply.LatenessMs);
    }
}
