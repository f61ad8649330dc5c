using System.Globalization;
using Xunit.Abstractions;

namespace HwToken.Device.Tests.Time.Simulation;

/// <summary>
/// Ten years of thousands of tokens, which is what the bound on the screen, and the silence about small corrections,
/// stand on.
/// </summary>
public class ClockLifeTests(ITestOutputHelper output)
{
    private const int Seed = 3231;
    private const double TypicalSeconds = 5;

    /// <summary>How the tokens are treated, and how many of them there are.</summary>
    public static TheoryData<string, int> Lives => new()
    {
        { "yearly", 10_000 },
        { "one year missed", 2000 },
        { "moved after three years", 2000 },
        { "weekly", 500 },
        { "twelve weeks, then forgotten", 2000 },
    };

    [Theory]
    [MemberData(nameof(Lives))]
    public void Bound_TenYears_HoldsTheErrorAlways(string life, int tokens)
    {
        List<ClockLife> lives = Simulate(life, Effort.Cases(few: tokens / 10, full: tokens));
        Report(life, lives);
        Assert.Equal(0, lives.Sum(l => l.Lies));
        Assert.Equal(0, lives.Sum(l => l.Refusals));
    }

    /// <summary>The bound is no larger than it must be: half of it would be wrong, before and after a rate is learned.</summary>
    [Fact]
    public void Bound_Halved_WouldNotHold()
    {
        List<ClockLife> lives = Simulate("moved after three years", Effort.Cases(few: 500, full: 2000));
        Assert.Contains(lives, l => l.Worst > 0.5);
        Assert.Contains(lives, l => l.WorstLearned > 0.5);
    }

    /// <summary>With a drill a year, from the third year on, nine of ten chips that age as most do stay below 5 s a year.</summary>
    [Fact]
    public void Error_TrimmedAndTypical_IsBelowFiveSecondsAYear()
    {
        List<ClockLife> lives = [.. Simulate("yearly", Effort.Cases(few: 500, full: 2000)).Where(l => l.Crystal.AgesLittle)];
        Assert.NotEmpty(lives);
        for (int year = 3; year <= 10; year++)
        {
            Assert.InRange(At(ErrorsOf(lives, year), 0.9), 0, TypicalSeconds);
        }

        // Before anything was learned they are not: it is the learning that does it.
        Assert.True(At(ErrorsOf(lives, 1), 0.9) > 2 * TypicalSeconds);
    }

    private static List<ClockLife> Simulate(string life, int tokens)
    {
        var random = new Random(Seed);
        return [.. Enumerable.Range(0, tokens).Select(i => LiveOne(life, i, random))];
    }

    private static ClockLife LiveOne(string life, int number, Random random)
    {
        Climate climate = Climate.All[number % Climate.All.Length];
        Climate other = Climate.All[number / Climate.All.Length % Climate.All.Length];
        int missed = 1 + random.Next(8);
        var one = new ClockLife(random);
        return life switch
        {
            "yearly" => one.Live(_ => climate, IsDrill),
            "one year missed" => one.Live(_ => climate, week => IsDrill(week) && week / 52 != missed),
            "moved after three years" => one.Live(week => week < 170 ? climate : other, IsDrill),
            "weekly" => one.Live(_ => climate, _ => true),
            _ => one.Live(week => week < 12 ? Climate.Room : climate, week => week < 12),
        };
    }

    private static bool IsDrill(int week) => week % 52 == 0;

    private static double[] ErrorsOf(IEnumerable<ClockLife> lives, int year) =>
        [.. lives.SelectMany(l => l.Errors.Where(e => e.Week / 52 == year)).Select(e => Math.Abs(e.Seconds)).Order()];

    private static double At(double[] sorted, double part) => sorted[(int)(part * (sorted.Length - 1))];

    private void Report(string life, List<ClockLife> lives)
    {
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{life}: {lives.Count} tokens; a week or more after a comparison the error was at most {100 * lives.Max(l => l.Worst):F0} % of the bound"));
        for (int year = 1; year <= 10; year++)
        {
            double[] all = ErrorsOf(lives, year);
            double[] typical = ErrorsOf(lives.Where(l => l.Crystal.AgesLittle), year);
            if (all.Length > 0)
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"year {year}: median {At(all, 0.5):F1} s, 90 % {At(all, 0.9):F1} s, 99 % {At(all, 0.99):F1} s, worst {all[^1]:F1} s; typical 90 % {At(typical, 0.9):F1} s"));
            }
        }

        double[] bounds = [.. lives.SelectMany(l => l.YearBounds.Skip(2)).Order()];
        if (bounds.Length > 0)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"bound after a year without a comparison, from the third year on: median {At(bounds, 0.5):F0} s, 10 % {At(bounds, 0.1):F0} s, 90 % {At(bounds, 0.9):F0} s"));
        }
    }
}
