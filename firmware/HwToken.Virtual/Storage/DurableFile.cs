using HwToken.Virtual.Posix;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Virtual.Storage;

/// <summary>Replaces a file so that whatever ends the process or the power leaves the old content or the new one.</summary>
internal static class DurableFile
{
    /// <summary>Only its owner may read and write it.</summary>
    internal const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Where the new content stands until it is whole.</summary>
    internal static string NextPath(string path) => path + ".next";

    /// <exception cref="IOException">The old content is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">The old content is still there.</exception>
    internal static void Replace(string path, ReadOnlySpan<byte> content)
    {
        string next = NextPath(path);
        try
        {
            // Never written through: what was left there, or put there, is not ours.
            File.Delete(next);
            using (FileStream file = new(next, PrivateFile(FileMode.CreateNew)))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(next, path, overwrite: true);
        }
        catch
        {
            TryDelete(next);
            throw;
        }

        SyncFolder(Path.GetDirectoryName(path)!);
    }

    internal static FileStreamOptions PrivateFile(FileMode mode)
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

        return options;
    }

    /// <summary>Makes the renaming survive a power cut. Some file systems cannot, and have nothing to say about it.</summary>
    private static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            using SafeFileHandle handle = LibC.Open(folder, Constants.ReadOnly | Constants.CloseOnExec);
            _ = handle.IsInvalid ? 0 : LibC.Sync(handle);
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The failure that brought us here is the one to report.
        }
    }
}
