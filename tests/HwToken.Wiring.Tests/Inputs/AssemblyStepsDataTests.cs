using System.Globalization;
using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;
using HwToken.PowerBudget.Output;
using HwToken.Wiring.Inputs;
using HwToken.Wiring.Model;

namespace HwToken.Wiring.Tests.Inputs;

/// <summary>What must be true of every line of the repository's assembly-steps.csv.</summary>
public class AssemblyStepsDataTests
{
    private static readonly IReadOnlyList<Measurement> All = Tables.Hardware.ReadMeasurements();

    private static readonly PowerModel Power = PowerModel.Read(new PowerFiles(Tables.Folder));

    public static TheoryData<string> Builds => [.. Tables.Hardware.ReadBuilds().Select(build => build.Key)];

    [Fact]
    public void Limits_OfEveryLine_GoFromLowToHigh() => Assert.All(
        All,
        m =>
        {
            double[] limits = [.. new[] { m.Min, m.Typical, m.Max }.Where(limit => limit.Length > 0).Select(Parse)];
            Assert.Equal(limits.Order(), limits);
        });

    [Fact]
    public void Verified_OfEveryLine_IsYesOrNoWithReason() =>
        Assert.All(All, m => Assert.Matches("^(yes|no: .+)$", m.Verified));

    [Fact]
    public void Texts_OfEveryLine_AreThere() =>
        Assert.All(All, m => Assert.DoesNotContain("", new[] { m.Measure, m.Red, m.Black, m.When, m.Unit, m.Why }));

    [Fact]
    public void Lines_OfOneStep_NameTheSameNets() =>
        Assert.All(Step.Of(All), step => Assert.All(step.Measurements, m => Assert.Equal(step.Nets, m.Nets)));

    [Fact]
    public void Lines_OfOneStep_StandTogether()
    {
        string[] steps = [.. All.Select(m => m.Build + " " + m.Step)];

        Assert.Equal(steps.Distinct().Count(), steps.Where((step, i) => i == 0 || steps[i - 1] != step).Count());
    }

    // A net's name is capitals, digits and underscores: what looks like one has to be one.
    [Fact]
    public void Probes_ThatLookLikeNets_AreNetsOfThatBuild() => Assert.All(
        All,
        m => Assert.All(
            new[] { m.Red, m.Black }.Where(probe => probe.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_')),
            probe => Assert.Contains(probe, Tables.CircuitOf(m.Build).Nets)));

    [Theory]
    [MemberData(nameof(Builds))]
    public void Nets_OfABuildWithSteps_AreAllWiredInOne(string build)
    {
        IReadOnlyList<Step> steps = [.. Step.Of(All).Where(step => step.Build == build)];
        if (steps.Count > 0)
        {
            Assert.Empty(Tables.CircuitOf(build).Nets.Except(steps.SelectMany(step => step.Nets)));
        }
    }

    [Fact]
    public void CurrentWhileOff_Pocket_IsTheBudgets()
    {
        Design pocket = Power.Designs.Pocket;
        string typical = Quantity.Number(pocket.StandbyMicroamps(Corner.Typical));
        string limit = Quantity.Number(Power.InSafe(pocket).AffordableMicroamps(Corner.Worst, PowerModel.SafeYears));

        IReadOnlyList<Measurement> lines = [.. All.Where(m => m.Measure == "current while off")];

        Assert.Equal(2, lines.Count);
        Assert.All(lines, m => Assert.Equal(("uA", "", typical, limit), (m.Unit, m.Min, m.Typical, m.Max)));
    }

    [Fact]
    public void CurrentWhileOn_Pocket_IsTheBudgets()
    {
        Design pocket = Power.Designs.Pocket;

        Measurement line = All.Single(m => m.Measure == "current while on");

        Assert.Equal(
            new[] { Corner.Best, Corner.Typical, Corner.Worst }.Select(c => Quantity.Number(pocket.AwakeMilliamps(c))),
            [line.Min, line.Typical, line.Max]);
    }

    [Fact]
    public void ClockCurrent_OverTenKilohm_IsTheBudgets()
    {
        Figure battery = Power.Figures["rtc.battery"];

        Measurement line = All.Single(m => m.Measure == "clock current");

        Assert.Equal("mV", line.Unit);
        Assert.Equal(battery.Typical * 10, Parse(line.Typical));
        Assert.InRange(Parse(line.Max), battery.Typical * 10, battery.Worst * 10);
    }

    [Fact]
    public void UsbSense_Limits_FollowFromTheWiringTablesDivider()
    {
        Terminal vbus = Tables.CircuitOf("pocket").Modules.SelectMany(m => m.Terminals).Single(t => t.Net == "USB_SENSE");
        double upper = Kilohm(vbus.Series.Single().Value);
        double lower = Kilohm(vbus.Shunts.Single().Value);

        Assert.All(
            All.Where(m => m.Measure == "USB seen"),
            m =>
            {
                Assert.Equal(5.0 * lower / (upper + lower), Parse(m.Typical), 2);
                Assert.Equal(5.5 * lower / (upper + lower), Parse(m.Max), 2);
            });
        Assert.Equal((upper + lower) / 1000, Parse(All.Single(m => m.Measure == "no way back").Max), 3);
    }

    [Fact]
    public void BatteryDivider_Limits_CountTheMetersOwnTenMegohm()
    {
        Measurement line = All.Single(m => m.Measure == "divider on");

        Assert.Equal(Reading(1, 1), Parse(line.Typical), 2);
        Assert.Equal(Reading(1.01, 0.99), Parse(line.Min), 2);
        Assert.Equal(Reading(0.99, 1.01), Parse(line.Max), 2);

        // 4.5 V over two resistors in Mohm, the meter beside the lower one.
        static double Reading(double upper, double lower)
        {
            double loaded = lower * 10 / (lower + 10);
            return Math.Round(4.5 * loaded / (upper + loaded), 2);
        }
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private static double Kilohm(string value) => Parse(value.Replace(" kOhm", "", StringComparison.Ordinal));
}
