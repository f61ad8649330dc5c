using HwToken.Aws.Cache;
using HwToken.Aws.Tests.Support;

namespace HwToken.Aws.Tests.Cache;

public sealed class FileLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void TryTake_FileThatIsOpen_IsNull()
    {
        using FileLock? first = FileLock.TryTake(Open);
        Assert.NotNull(first);
        Assert.Null(FileLock.TryTake(Open));
    }

    [Fact]
    public void Dispose_Lock_IsFreeAndLeavesTheFile()
    {
        FileLock.TryTake(Open)!.Dispose();
        Assert.True(File.Exists(_folder["lock"]));
        using FileLock? second = FileLock.TryTake(Open);
        Assert.NotNull(second);
    }

    [Fact]
    public void TryTake_FileThatCannotBe_IsAFaultAndNotALock() =>
        Assert.Throws<DirectoryNotFoundException>(
            () => FileLock.TryTake(() => new FileStream(_folder["none", "lock"], FileMode.OpenOrCreate)));

    [Fact]
    public void OfNothing_Disposed_IsNothing() => FileLock.OfNothing.Dispose();

    public void Dispose() => _folder.Dispose();

    private FileStream Open() => new(_folder["lock"], FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
