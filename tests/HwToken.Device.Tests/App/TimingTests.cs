using HwToken.Device.App;
using HwToken.Device.Vault;

namespace HwToken.Device.Tests.App;

public class TimingTests
{
    [Fact]
    public void Times_OfTheReadme_AreTheProgrammes() =>
        Assert.Equal(
            [
                ButtonGestures.DebounceMs,
                ButtonGestures.LongPressMs,
                ButtonGestures.VeryLongPressMs,
                Timing.PixelsMs,
                Timing.AwakeMs,
                Timing.PairAwakeMs,
                Timing.AskSeconds * Timing.MsPerSecond,
                Timing.ReadingMs,
                Timing.OutcomeMs,
                Timing.LettersSeconds * Timing.MsPerSecond,
                Timing.WorkSeconds * Timing.MsPerSecond,
                Timing.LockMs,
                PinPolicy.FirstWaitMs,
                PinPolicy.LongestWaitMs,
                PinLock.FreshMs,
                LinkInput.SilenceMs,
            ],
            ReadmeTable.Rows("times").Select(row => int.Parse(row[1], null)));
}
