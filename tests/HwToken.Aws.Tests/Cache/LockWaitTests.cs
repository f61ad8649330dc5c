using HwToken.Aws.Cache;
using HwToken.Aws.Model;
using HwToken.Aws.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace HwToken.Aws.Tests.Cache;

public class LockWaitTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task PauseAsync_WithinTheLimit_TakesAMoment()
    {
        Task pause = new LockWait(_time, "the device").PauseAsync(CancellationToken.None);
        Assert.False(pause.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(100));
        await pause;
    }

    [Fact]
    public async Task PauseAsync_PastTheLimit_GivesUpByName()
    {
        var wait = new LockWait(_time, "the device");
        _time.Advance(LockWait.Limit);
        AwsException e = await Failing.WithAsync(FailureKind.WaitedTooLong, () => wait.PauseAsync(CancellationToken.None));
        Assert.Contains("the device", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PauseAsync_Cancelled_Ends()
    {
        using var cancellation = new CancellationTokenSource();
        Task pause = new LockWait(_time, "the device").PauseAsync(cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pause);
    }
}
