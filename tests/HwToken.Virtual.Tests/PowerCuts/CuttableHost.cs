using HwToken.TestKit.Storage;
using HwToken.Virtual.Storage;

namespace HwToken.Virtual.Tests.PowerCuts;

/// <summary>
/// A host's file system on a <see cref="CuttableDisk"/>: a write is kept from its flush on, a name from the sync of its
/// folder on; a file that is renamed may be left with either name, both or none.
/// </summary>
/// <remarks>It does not simulate folders, and so takes one to be all there is.</remarks>
internal sealed class CuttableHost(CuttableDisk disk) : IHostFiles
{
    public byte[]? Read(string path) => disk.Read(path) is { } content ? [.. content] : null;

    public IHostFile Create(string path) => disk.Read(path) is null
        ? new Written(disk, disk.Create(path))
        : throw new IOException($"{path} exists");

    public void Delete(string path)
    {
        if (disk.Read(path) is not null)
        {
            disk.Remove(path);
        }
    }

    public void Move(string path, string newPath) => disk.Rename(path, newPath, isOneChange: false);

    public void SyncFolderOf(string path) => disk.Sync();

    private sealed class Written(CuttableDisk disk, DiskFile file) : IHostFile
    {
        public void Write(ReadOnlySpan<byte> content) => disk.Append(file, content);

        public void Flush() => disk.Flush(file);

        public void Dispose()
        {
        }
    }
}
