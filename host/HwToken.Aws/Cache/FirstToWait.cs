using HwToken.Base.Files;

namespace HwToken.Aws.Cache;

/// <summary>Of the processes that wait for the same, tells the one that began: it is the one to tell the user.</summary>
internal sealed class FirstToWait : IDisposable
{
    private FileLock? _held;

    /// <param name="tryLock">The lock of those who wait, which the first one keeps until it does not wait any more.</param>
    public bool TryBe(Func<FileLock?> tryLock) => (_held ??= tryLock()) is not null;

    public void Dispose() => _held?.Dispose();
}
