// The host's file system, and how a file in it is replaced without ever being half-written.
using HwToken.Virtual.Posix;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Virtual.Storage;

/// <summary>What the state file asks of the host's file system, where it may fail or lose power at any call.</summary>
/// <remarks>Every member throws <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/> when refused.</remarks>
internal interface IHostFiles
{
    /// <returns>Its content, for the caller to clear; null if there is no such file.</returns>
    byte[]? Read(string path);

    /// <summary>A new file, for its owner alone, at a path that is free.</summary>
    IHostFile Create(string path);

    /// <summary>Removes a file, if it is there.</summary>
    void Delete(string path);

    /// <summary>Gives a file another path, in the place of any file there.</summary>
    void Move(string path, string newPath);

    /// <summary>Makes durable which files the folder of this path has, as far as the host can.</summary>
    void SyncFolderOf(string path);
}

/// <summary>A file that is being written.</summary>
internal interface IHostFile : IDisposable
{
    void Write(ReadOnlySpan<byte> content);

    /// <summary>Makes durable what was written.</summary>
    void Flush();
}

/// <summary>The host's file system.</summary>
internal sealed class HostFiles : IHostFiles
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file exclusively, and that only its owner may read and write.</summary>
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

/// <summary>Replaces a file so that whatever ends the process or the power leaves the old content or the new one.</summary>
internal static class DurableFile
{
    /// <summary>Where the new content is until it is whole.</summary>
    internal static string NextPath(string path) => path + ".next";

    /// <exception cref="IOException">The old content is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The old content is still there.</exception>
    internal static void Replace(IHostFiles files, string path, ReadOnlySpan<byte> content)
    {
        string next = NextPath(path);
        try
        {
            // Never written through: what was left there, or put there, is not ours.
            files.Delete(next);
            using (IHostFile file = files.Create(next))
            {
                file.Write(content);
                file.Flush();
            }

            files.Move(next, path);
        }
        catch
        {
            TryDelete(files, next);
            throw;
        }

        files.SyncFolderOf(path);
    }

    private static void TryDelete(IHostFiles files, string path)
    {
        try
        {
            files.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that brought us here is the one to report.
        }
    }
}
