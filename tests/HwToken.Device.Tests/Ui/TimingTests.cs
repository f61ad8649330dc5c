using HwToken.Device.Input;
using HwToken.Device.Link;
using HwToken.Device.Time;
using HwToken.Device.Ui;
using HwToken.Device.Vault;

namespace HwToken.Device.Tests.Ui;

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
                Timing.AskSeconds * Wait.MsPerSecond,
                Timing.ReadingMs,
                Timing.OutcomeMs,
                Timing.LettersSeconds * Wait.MsPerSecond,
                Timing.WorkSeconds * Wait.MsPerSecond,
                Timing.LockMs,
                PinPolicy.FirstWaitMs,
                PinPolicy.LongestWaitMs,
                PinLock.FreshMs,
                LinkInput.SilenceMs,
            ],
            ReadmeTable.Rows("times").Select(row => int.Parse(row[1], null)));
}
