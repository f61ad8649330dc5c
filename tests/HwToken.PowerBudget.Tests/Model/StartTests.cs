using CsCheck;
using HwToken.PowerBudget.Inputs;
using HwToken.PowerBudget.Model;

namespace HwToken.PowerBudget.Tests.Model;

/// <summary>The latch's hold-up and the way to the digits.</summary>
public class StartTests
{
    private static readonly PowerModel Model = Tables.Model;

    [Fact]
    public void Latch_InTheRepository_OutlastsTheStart()
    {
        Assert.True(Model.Latch.OutlastsStart(Model.Start));
        Assert.True(Model.Latch.ChargeMilliseconds <= Model.Latch.ShortestPressMilliseconds);
    }

    /// <summary>
    /// By hand: 10 uF and 1 Mohm are 10 s; 4.5 V less 0.5 V fall to 1 V in 10 s x ln 4 = 13.863 s, and with 1 uA of leakage
    /// in 10 s x ln(5 / 2) = 9.163 s. A press of 1 ms charges 10 uF through 1 kohm to 1 - exp(-0.1) of 4 V.
    /// </summary>
    [Theory]
    [InlineData(1000, 0, 13.863, 4.0)]
    [InlineData(1000, 1, 9.163, 4.0)]
    [InlineData(1, 0, 0, 0.3807)]
    public void Seconds_KnownParts_AreThoseComputedByHand(double press, double leakage, double seconds, double volts)
    {
        Latch latch = Of(press, leakage, capacitance: 10, threshold: 1);

        Assert.Equal(seconds, latch.Seconds(Corner.Typical), 3);
        Assert.Equal(volts, latch.ChargedVolts(Corner.Typical), 4);
    }

    [Fact]
    public void Seconds_MoreLeakageOrThreshold_AreNeverLonger() =>
        Gen.Select(Gen.Double[0, 5], Gen.Double[0.2, 2], Gen.Double[1, 20], Gen.Double[0, 2]).ForAll(
            500, (leakage, threshold, capacitance, more) =>
            {
                double seconds = Of(200, leakage, capacitance, threshold).Seconds(Corner.Worst);

                Assert.True(Of(200, leakage + more, capacitance, threshold).Seconds(Corner.Worst) <= seconds);
                Assert.True(Of(200, leakage, capacitance, threshold + more).Seconds(Corner.Worst) <= seconds);
            });

    [Fact]
    public void Latch_KeyMissing_IsNamed() => Assert.Contains(
        "latch.csv must have the key press once",
        Assert.Throws<InvalidDataException>(() => new Latch([]).ShortestPressMilliseconds).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Latch_Figures_GoFromLongToShort() => Assert.All(
        Model.Latch.Figures,
        figure => Assert.Equal(figure.Verified == "yes", figure.Reason.Length == 0));

    [Fact]
    public void Start_Steps_GoFromGoodToBad() => Assert.All(
        Model.Start.Steps,
        step => Assert.True(0 < step.Best && step.Best <= step.Typical && step.Typical <= step.Worst, step.Key));

    [Fact]
    public void Start_Steps_HaveSourceLeverAndMark() => Assert.All(
        Model.Start.Steps,
        step =>
        {
            Assert.NotEmpty(step.Source);
            Assert.NotEmpty(step.Lever);
            Assert.Matches("^(no: .+|typical|best|worst)$", step.Verified);
        });

    [Fact]
    public void ToDigits_IsToHoldAndTheRest()
    {
        StartStep[] steps = [Step(StartStep.Hold, 100), Step(StartStep.Hold, 50), Step(StartStep.Digits, 30)];
        var start = new StartBudget(steps);

        Assert.Equal(150, start.ToHold(Corner.Worst));
        Assert.Equal(180, start.ToDigits(Corner.Worst));
    }

    /// <summary>The safe's drill counts two seconds of start (uses.csv); the worst start must not need more by much.</summary>
    [Fact]
    public void ToDigits_AtWorst_IsBelowThreeSeconds() => Assert.True(Model.Start.ToDigits(Corner.Worst) < 3000);

    private static StartStep Step(string until, double worst) => new("key", until, "", 1, 1, worst, "", "", "");

    private static Latch Of(double press, double leakage, double capacitance, double threshold) => new(
    [
        Figure("press", press), Figure("feed", 4.5), Figure("charge.resistance", 1), Figure("diode.drop", 0.5),
        Figure("capacitance", capacitance), Figure("discharge.resistance", 1), Figure("leakage", leakage),
        Figure("threshold", threshold),
    ]);

    private static LatchFigure Figure(string key, double value) =>
        new(key, "", "", "", "", value, value, value, "", "yes", "");
}
