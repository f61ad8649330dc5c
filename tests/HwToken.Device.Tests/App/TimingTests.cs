using HwToken.Device.App;

namespace HwToken.Device.Tests.App;

public class TimingTests
{
    [Fact]
    public void Times_OfTheReadme_AreTheProgrammes() =>
        Assert.Equal(
            [
                ButtonGestures.DebounceMs,
                ButtonGestures.LongPressMs,
                Timing.AwakeMs,
                Timing.PairAwakeMs,
                Timing.AskSeconds * Timing.MsPerSecond,
                Timing.ReadingMs,
                Timing.OutcomeMs,
                LinkInput.SilenceMs,
            ],
            ReadmeTable.Rows("times").Select(row => int.Parse(row[1], null)));
}
