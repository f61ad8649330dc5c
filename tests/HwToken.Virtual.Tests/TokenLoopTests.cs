using HwToken.Virtual.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Virtual.Tests;

[Trait(Real.Name, Real.Yes)]
public sealed class TokenLoopTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Step_DelayHasPassed_IsCalledAgainAndNotEarlier()
    {
        const int DelayMs = 250;
        List<long> steps = [];
        using TokenLoop loop = Start(steps, DelayMs);

        await Eventually.IsTrue(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(10));
            return Count(steps) >= 4;
        });

        Assert.All(Gaps(steps), gap => Assert.True(gap >= DelayMs));
    }

    [Fact]
    public async Task Step_InRealTime_IsCalledAgainAndNotEarlier()
    {
        const int DelayMs = 20;
        List<long> steps = [];
        using TokenLoop loop = Start(steps, DelayMs, TimeProvider.System);

        await Eventually.IsTrue(() => Count(steps) >= 4);

        Assert.All(Gaps(steps), gap => Assert.True(gap >= DelayMs - 1));
    }

    [Fact]
    public async Task Wake_LongBeforeTheDelay_StepsNow()
    {
        List<long> steps = [];
        using TokenLoop loop = Start(steps, delayMs: int.MaxValue);
        await Eventually.IsTrue(() => Count(steps) == 1);

        loop.Wake();

        await Eventually.IsTrue(() => Count(steps) == 2);
    }

    [Fact]
    public async Task Wake_FromWithinAStep_IsNotLost()
    {
        TokenLoop? loop = null;
        int steps = 0;
        loop = new TokenLoop(_time, _ =>
        {
            if (Interlocked.Increment(ref steps) == 1)
            {
                loop!.Wake();
            }

            return int.MaxValue;
        });
        using (loop)
        {
            loop.Start();

            await Eventually.IsTrue(() => Volatile.Read(ref steps) == 2);
        }
    }

    [Fact]
    public async Task Dispose_Idle_EndsAndCompletes()
    {
        List<long> steps = [];
        TokenLoop loop = Start(steps, delayMs: int.MaxValue);

        loop.Dispose();

        await loop.Completion.WaitAsync(Eventually.Limit);
        int count = Count(steps);
        loop.Wake();
        Assert.Equal(count, Count(steps));
    }

    [Fact]
    public async Task Step_Throws_CompletionCarriesIt()
    {
        using TokenLoop loop = new(_time, _ => throw new InvalidOperationException("broken"));
        loop.Start();

        InvalidOperationException thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => loop.Completion.WaitAsync(Eventually.Limit));

        Assert.Equal("broken", thrown.Message);
    }

    [Fact]
    public async Task Fail_FromOutside_EndsTheLoopWithIt()
    {
        List<long> steps = [];
        using TokenLoop loop = Start(steps, delayMs: int.MaxValue);

        loop.Fail(new IOException("unplugged"));

        await Assert.ThrowsAsync<IOException>(() => loop.Completion.WaitAsync(Eventually.Limit));
    }

    private TokenLoop Start(List<long> steps, int delayMs, TimeProvider? time = null)
    {
        TokenLoop loop = new(time ?? _time, nowMs =>
        {
            lock (steps)
            {
                steps.Add(nowMs);
            }

            return delayMs;
        });
        loop.Start();
        return loop;
    }

    private static int Count(List<long> steps)
    {
        lock (steps)
        {
            return steps.Count;
        }
    }

    private static List<long> Gaps(List<long> steps)
    {
        lock (steps)
        {
            return [.. steps.Zip(steps.Skip(1), (first, second) => second - first)];
        }
    }
}
