// Waiting for what another process has locked.
using HwToken.Aws.Model;
using HwToken.Base.Files;

namespace HwToken.Aws.Cache;

/// <summary>Waiting for a lock: by asking again, because no platform tells when a file's lock is free.</summary>
internal sealed class LockWait(TimeProvider time, string what)
{
    /// <summary>
    /// Long enough for some owners' presses in a row, each with the wait for its code and for STS; short enough for a
    /// process that hangs to be noticed.
    /// </summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly long _start = time.GetTimestamp();

    /// <exception cref="AwsException">It has taken too long.</exception>
    public Task PauseAsync(CancellationToken cancellation) =>
        time.GetElapsedTime(_start) < Limit
            ? Task.Delay(Pause, time, cancellation)
            : throw new AwsException(
                FailureKind.WaitedTooLong,
                $"another hwtoken has kept {what} for {Limit.TotalMinutes} minutes",
                "finish or end the other one");
}

/// <summary>Of the processes that wait for the same, tells the one that began: it is the one to tell the user.</summary>
internal sealed class FirstToWait : IDisposable
{
    private FileLock? _held;

    /// <param name="tryLock">The lock of those who wait, which the first one keeps until it does not wait any more.</param>
    public bool TryBe(Func<FileLock?> tryLock) => (_held ??= tryLock()) is not null;

    public void Dispose() => _held?.Dispose();
}
