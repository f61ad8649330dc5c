using HwToken.Device.Time;

namespace HwToken.Device.Tests.Time;

public class SteadyTickTests
{
    private readonly SteadyTick _tick = new();

    [Fact]
    public void Widen_Forward_IsTheCounter() => Assert.Equal([5, 5, 9], new long[] { 5, 5, 9 }.Select(_tick.Widen));

    /// <summary>What a counter of 32 bits of 10 ms does after 497 days, twice.</summary>
    [Fact]
    public void Widen_CounterBeginsAgain_GoesOnFromWhereItWas()
    {
        const long Last = (1L << 32) * 10;
        Assert.Equal(
            [Last - 10, Last - 10, Last + 40, (2 * Last) - 40, (2 * Last) - 40, (2 * Last) + 10],
            new long[] { Last - 10, 0, 50, Last - 30, 10, 60 }.Select(_tick.Widen));
    }
}
