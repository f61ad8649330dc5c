
using HwToken.Wiring.Inputs;

namespace HwToken.Wiring.Tests.Inputs;

public class StepTests
{
    [Fact]
    public void Of_Measurements_GroupsThemByBuildAndStep()
    {
        IReadOnlyList<Step> steps = Step.Of(
        [
            Tables.Measurement(max: "1", red: "A", nets: "A"), Tables.Measurement(max: "2", red: "B", nets: "A"),
            Tables.Measurement(max: "1") with { Step = "other" },
        ]);

        Assert.Equal(["key-step", "key-other"], steps.Select(step => step.Name));
        Assert.Equal([true, false], steps.Select(step => step.HasPicture));
    }

    [Fact]
    public void ProbesOn_Net_AreTheNumbersOfItsMeasurements()
    {
        Step step = Step.Of(
        [
            Tables.Measurement(max: "1", red: "A"), Tables.Measurement(max: "1", red: "B"),
            Tables.Measurement(max: "1", red: "A"),
        ]).Single();

        Assert.Equal([1, 3], step.ProbesOn("A"));
        Assert.Empty(step.ProbesOn("C"));
    }
}
