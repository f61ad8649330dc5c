using HwToken.Core.Protocol;
using HwToken.Core.Protocol.Messages;
using HwToken.Device.Time;

namespace HwToken.Device.Tests.Time;

public class ClockDisciplineTests
{
    private const long Start = 1_800_000_000;
    private const int Day = 86400;
    private const int Week = 7 * Day;
    private const int Year = ClockFigures.SecondsPerYear;

    private readonly ClockMemory _memory = new();
    private readonly ClockDiscipline _discipline;

    public ClockDisciplineTests()
    {
        _discipline = new ClockDiscipline(_memory);
        _discipline.Set(Start, 0);
    }

    /// <summary>20 ms over a week is 0.033 ppm: a chip that is 3 ppm fast is known after one.</summary>
    [Fact]
    public void Correct_TwiceAWeekApart_LearnsTheRateAndTrimsHalfOfIt()
    {
        Compare(0, gainedMs: 0);
        Compare(Week, gainedMs: 1814);
        Assert.Equal(ClockRate.Learned, _memory.Rate);
        Assert.Equal(14, _memory.Aging);
        Assert.Equal(2999 - (14 * 100), _memory.ResidualPpb);
        Assert.InRange(_memory.ResidualUncertaintyPpb, 700, 1100);
    }

    [Fact]
    public void OffsetMs_RateLearned_GoesOnWithTheResidual()
    {
        Compare(0, gainedMs: 0);
        Compare(Week, gainedMs: 605);
        Assert.Equal((5, 500), (_memory.Aging, _memory.ResidualPpb));

        // A day of 0.5 ppm is 43 ms.
        Assert.Equal(605 + 43, _discipline.OffsetMs(Start + Week + Day));
    }

    /// <summary>Steps that do less than the datasheet says: the next comparison finds it, and the residual takes it.</summary>
    [Fact]
    public void Correct_StepsAreNotWhatTheyShouldBe_TheNextComparisonMeasuresThem()
    {
        const int FastPpb = 3000;
        const int RealStepPpb = 80;
        Compare(0, gainedMs: 0);
        Compare(Week, gainedMs: FastPpb * Week / 1_000_000);
        int steps = _memory.Aging;
        long gained = _memory.AnchorGainedMs;
        Compare(Year, gainedMs: (int)(gained + ((FastPpb - (steps * RealStepPpb)) * (long)(Year - Week) / 1_000_000)));
        int moreSteps = _memory.Aging - steps;
        int real = FastPpb - (steps * RealStepPpb) - (moreSteps * ClockFigures.StepPpb);
        Assert.InRange(_memory.ResidualPpb, real - 10, real + 10);
    }

    [Theory]
    [InlineData(5 * Day, 5)]
    [InlineData(Week, 150)]
    public void Correct_TooSoonOrTooRough_LearnsNothing(int apart, int uncertaintyMs)
    {
        Compare(0, gainedMs: 0, uncertaintyMs);
        Compare(apart, gainedMs: 900, uncertaintyMs);
        Assert.Equal(ClockRate.Unknown, _memory.Rate);
        Assert.Equal((0, 0), (_memory.Aging, _memory.ResidualPpb));
        Assert.Equal(900, _discipline.OffsetMs(Start + apart));
    }

    /// <summary>A comparison that is worse than what the clock knows of itself is no news.</summary>
    [Fact]
    public void Correct_RougherThanTheBound_ChangesNothing()
    {
        Compare(0, gainedMs: 0, uncertaintyMs: 5);
        _discipline.Correct(Start + 100, 300, 400, 22);
        Assert.Equal(0, _discipline.OffsetMs(Start + 100));
        Assert.Equal(1, _memory.ComparisonCount);
    }

    [Fact]
    public void Correct_MoreThanTenPpm_IsImplausibleAndNotTrimmed()
    {
        Compare(0, gainedMs: 0);
        Compare(Week, gainedMs: 11 * Week / 1000);
        Assert.Equal(ClockRate.Implausible, _memory.Rate);
        Assert.Equal((0, 0), (_memory.Aging, _memory.ResidualPpb));
        Assert.True(_discipline.Bound.NowMs(Start + Week + Day) > 2 * 11 * Day / 1000);
    }

    [Fact]
    public void Set_AfterLearning_ForgetsWhatWasLearned()
    {
        Compare(0, gainedMs: 0);
        Compare(Week, gainedMs: 1814);
        _discipline.Set(Start + (2 * Week), 3_600_000);
        Assert.Equal((ClockRate.Unknown, 0, 0, 0), (_memory.Rate, _memory.Aging, _memory.ResidualPpb, _memory.ComparisonCount));
        Assert.Equal(Start, _memory.FirstSetSeconds);
        Assert.Equal(Start + (2 * Week) - 3600, _discipline.ToUnixSeconds(Start + (2 * Week)));
    }

    [Theory]
    [InlineData(0, 1000)]
    [InlineData(Day, 1000 + 172 + 86)]
    [InlineData(Year, 1000 + 94_672 + 7862)]
    public void Bound_NothingLearned_IsTheDatasheets(long seconds, long boundMs) =>
        Assert.InRange(_discipline.Bound.NowMs(Start + seconds), boundMs - 2, boundMs + 2);

    [Fact]
    public void Bound_ChipHasSeenFrost_IsTheWiderOne()
    {
        _memory.SeeTemperature(-1);
        Assert.True(_discipline.Bound.NowMs(Start + Year) > 1000 + (4500L * Year / 1_000_000));
    }

    [Fact]
    public void IsSilent_ToTheBoundAndTheUncertainty_AndNoFurther()
    {
        Compare(Day, gainedMs: 0, uncertaintyMs: 10);
        long chip = Start + Day + 3600;
        long most = _discipline.Bound.NowMs(chip) + 20;
        Assert.InRange(most, 31, 50);
        Assert.True(_discipline.IsSilent(chip, most, 20));
        Assert.True(_discipline.IsSilent(chip, -most, 20));
        Assert.False(_discipline.IsSilent(chip, most + 1, 20));
        Assert.False(_discipline.IsSilent(chip, -most - 1, 20));
    }

    [Fact]
    public void IsSilent_MoreThanTheChipCanHaveDrifted_IsNot()
    {
        long chip = Start + Day;
        long budget = _discipline.Bound.BudgetMs(chip, trimmedMs: 0);
        Assert.True(_discipline.IsSilent(chip, budget, AdjustClockRequest.MaxUncertaintyMs));
        Assert.False(_discipline.IsSilent(chip, budget + 1, AdjustClockRequest.MaxUncertaintyMs));
    }

    /// <summary>
    /// A hostile host corrects as far as it is let, as often as it likes, for ten years: it never gets further from what
    /// the chip alone would show than the chip can have drifted.
    /// </summary>
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Correct_HostileHost_GetsNoFurtherThanTheDriftBudget(int direction)
    {
        var random = new Random(1);
        double trimmedMs = 0;
        int corrections = 0;
        long chip = Start;
        while (chip < Start + (10L * Year))
        {
            int step = random.Next(3600, 30 * Day);
            trimmedMs += (double)_memory.Aging * ClockFigures.StepPpb * step / 1e6;
            chip += step;
            int uncertaintyMs = random.Next(1, AdjustClockRequest.MaxUncertaintyMs + 1);
            for (int error = 1 << 20; error > 0; error /= 2)
            {
                if (_discipline.IsSilent(chip, direction * error, uncertaintyMs))
                {
                    _discipline.Correct(chip, direction * error, uncertaintyMs, 22);
                    corrections++;
                }
            }

            long ppb = ClockFigures.RoomPpb + ClockFigures.AgedPpb(chip - Start);

            // The start's second, the drift, a winter, the register's tolerance, and a millisecond for each rounding.
            double mostMs = 1000 + (ppb * (chip - Start) / 1e6) + 7863 + (Math.Abs(trimmedMs) / 4) + corrections + 1;
            Assert.InRange(_discipline.OffsetMs(chip) + trimmedMs, -mostMs, mostMs);
        }
    }

    [Theory]
    [InlineData(30 * Day, 12, true)]
    [InlineData(30 * Day, 60, true)]
    [InlineData(30 * Day, 5, false)]
    [InlineData(30 * Day, 1000, false)] // an hour in a month: somebody set it wrong
    [InlineData(Day / 2, 100, false)] // too soon to tell
    public void ImplausiblePpb_OfAJump_IsARateThatNoSuchChipHas(int seconds, int ppm, bool isImplausible)
    {
        long error = (long)ppm * seconds / 1000;
        int ppb = _discipline.ImplausiblePpb(Start + seconds, error);
        Assert.Equal(isImplausible, ppb > ClockFigures.ImplausiblePpb);
        Assert.Equal(isImplausible, ppb != 0);
    }

    private void Compare(int seconds, int gainedMs, int uncertaintyMs = 10)
    {
        long chip = Start + seconds;
        _discipline.Correct(chip, gainedMs - (int)_discipline.OffsetMs(chip), uncertaintyMs, 22);
    }
}
