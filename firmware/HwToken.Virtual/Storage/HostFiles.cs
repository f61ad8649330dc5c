using HwToken.Virtual.Posix;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Virtual.Storage;

/// <summary>The host's file system.</summary>
internal sealed class HostFiles : IHostFiles
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file that nobody else can open meanwhile, and that only its owner may read and write.</summary>
    /// <remarks>A new one; to one that is there, <see cref="MakePrivate"/> must be done.</remarks>
    internal static FileStream OpenPrivate(string path, FileMode mode)
    {
        FileStreamOptions options = new()
        {
            Mode = mode,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Private;
        }

        return new FileStream(path, options);
    }

    internal static void MakePrivate(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Private);
        }
    }

    public byte[]? Read(string path) => File.Exists(path) ? File.ReadAllBytes(path) : null;

    public IHostFile Create(string path) => new WrittenFile(OpenPrivate(path, FileMode.CreateNew));

    public void Delete(string path) => File.Delete(path);

    public void Move(string path, string newPath) => File.Move(path, newPath, overwrite: true);

    /// <remarks>Some file systems cannot, and have nothing to say about it.</remarks>
    public void SyncFolderOf(string path)
    {
        if (!OperatingSystem.IsWindows())
        {
            string folder = Path.GetDirectoryName(path)!;
            using SafeFileHandle handle = LibC.Open(folder, Constants.ReadOnly | Constants.CloseOnExec);
            _ = handle.IsInvalid ? 0 : LibC.Sync(handle);
        }
    }

    private sealed class WrittenFile(FileStream stream) : IHostFile
    {
        public void Write(ReadOnlySpan<byte> content) => stream.Write(content);

        public void Flush() => stream.Flush(flushToDisk: true);

        public void Dispose() => stream.Dispose();
    }
}
