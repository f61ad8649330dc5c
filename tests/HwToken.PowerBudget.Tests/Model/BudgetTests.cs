using CsCheck;
using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;

namespace HwToken.PowerBudget.Tests.Model;

public class BudgetTests
{
    private const int Cases = 1000;
    private const double AnyShelfLife = 1000;

    /// <summary>One use of 0.63 mAh: 37.8 mA for 60 s.</summary>
    private static readonly Use YearlyUse = Tables.Use(sessionsPerYear: 1, seconds: 60);

    private static readonly Figure AwakeCurrent = Tables.Milliamps(37.8);

    /// <summary>
    /// By hand, for three L92 of 1100 mAh that lose 1 % a year:
    /// 1100 / (87.66 + 0.63 + 11) = 11.08; 1100 / (262.98 + 0.63 + 11) = 4.006; 1100 / (964.26 + 0.63 + 11) = 1.127.
    /// </summary>
    [Theory]
    [InlineData("everything gated", 10, 11.08)]
    [InlineData("display left powered, 20 uA more", 30, 4.006)]
    [InlineData("clock chip left on VCC, 100 uA more", 110, 1.127)]
    public void Life_KnownCurrents_AreTheYearsComputedByHand(string what, double microamps, double years)
    {
        Budget budget = Of(Tables.Microamps(microamps), Tables.Cell(1100, 1, AnyShelfLife), YearlyUse);

        Assert.True(Math.Abs(budget.Life(Corner.Typical).Years - years) < 0.005, what);
    }

    /// <summary>At 3.0 uA and 1 % a year: 620 / (26.298 + 6.2) = 19.08, 235 / (26.298 + 2.35) = 8.203.</summary>
    [Theory]
    [InlineData(620, 19.08)]
    [InlineData(235, 8.203)]
    public void Life_ClockCellWithoutUse_IsTheYearsComputedByHand(double milliampHours, double years)
    {
        Budget budget = Of(Tables.Microamps(3), Tables.Cell(milliampHours, 1, AnyShelfLife), null);

        Assert.Equal(years, budget.Life(Corner.Worst).Years, 2);
    }

    [Fact]
    public void YearlyCharge_Parts_AreStandbySessionsAndSelfDischarge()
    {
        Budget budget = Of(Tables.Microamps(10), Tables.Cell(1200, 2, 20), YearlyUse with { SessionsPerYear = 52 });

        YearlyCharge charge = budget.YearlyCharge(Corner.Worst);

        Assert.Equal(87.66, charge.Standby, 9);
        Assert.Equal(32.76, charge.Sessions, 9);
        Assert.Equal(24, charge.SelfDischarge, 9);
        Assert.Equal(144.42, charge.Total, 9);
    }

    [Fact]
    public void Life_MoreChargeThanShelfLife_EndsOnTheShelf()
    {
        Life life = Of(Tables.Microamps(0.1), Tables.Cell(1200, 0.5, 20), null).Life(Corner.Best);

        Assert.Equal(20, life.Years);
        Assert.True(life.IsLimitedByShelf);
        Assert.Equal(1200 / (0.8766 + 6), life.YearsOfCharge, 9);
    }

    [Fact]
    public void Life_LessChargeThanShelfLife_EndsWithTheCharge() =>
        Assert.False(Of(Tables.Microamps(100), Tables.Cell(1200, 1, 20), null).Life(Corner.Best).IsLimitedByShelf);

    [Fact]
    public void Life_Corners_UseTheirOwnFigures()
    {
        Budget budget = Of(Tables.Of("load", "uA", 1, 2, 4), Tables.Cell(1000, 0.0001, AnyShelfLife), null);

        double best = budget.Life(Corner.Best).Years;
        Assert.Equal(best / 2, budget.Life(Corner.Typical).Years, 1);
        Assert.Equal(best / 4, budget.Life(Corner.Worst).Years, 1);
    }

    [Fact]
    public void AffordableMicroamps_AsStandby_LastsExactlySoLong() =>
        Gen.Select(Gen.Double[200, 3000], Gen.Double[0.1, 3], Gen.Double[0, 20], Gen.Double[1, 12]).ForAll(
            Cases, (capacity, selfDischarge, sessions, years) =>
            {
                Cell cell = Tables.Cell(capacity, selfDischarge, AnyShelfLife);
                Use use = YearlyUse with { SessionsPerYear = sessions };
                double affordable = Of(Tables.Microamps(1), cell, use).AffordableMicroamps(Corner.Worst, years);

                Assert.Equal(years, Of(Tables.Microamps(affordable), cell, use).Life(Corner.Worst).Years, 6);
            });

    [Fact]
    public void Life_MoreOfAnythingThatCosts_IsNeverLonger() =>
        Gen.Select(Gen.Double[0, 200], Gen.Double[0, 400], Gen.Double[0, 3], Gen.Double[0, 100]).ForAll(
            Cases, (microamps, sessions, selfDischarge, more) =>
            {
                double years = Years(microamps, sessions, selfDischarge, 1200);

                Assert.True(Years(microamps + more, sessions, selfDischarge, 1200) <= years);
                Assert.True(Years(microamps, sessions + more, selfDischarge, 1200) <= years);
                Assert.True(Years(microamps, sessions, selfDischarge + more, 1200) <= years);
                Assert.True(Years(microamps, sessions, selfDischarge, 1200 + more) >= years);
            });

    private static double Years(double microamps, double sessions, double selfDischarge, double capacity)
    {
        Use use = YearlyUse with { SessionsPerYear = sessions };
        Cell cell = Tables.Cell(capacity, selfDischarge, 20);
        return Of(Tables.Microamps(microamps), cell, use).Life(Corner.Typical).Years;
    }

    private static Budget Of(Figure standby, Cell cell, Use? use) =>
        new(new Design("design", [standby], [AwakeCurrent]), cell, use);
}
