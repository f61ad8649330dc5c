using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Base.Files;

/// <summary>A folder of small files that are the user's alone.</summary>
/// <remarks>
/// Files have mode 0600 and folders 0700; on Windows the folder's access list has the user alone. A write
/// leaves the old file or the new one, whole, whenever the process dies. What lies in a file's place and is none is
/// never waited for nor written through. A folder that others may use is closed to them. The folders above are not
/// hwtoken's to change: one where others may exchange what is in it is refused.
/// </remarks>
public sealed class PrivateFolder(string path)
{
    /// <summary>How the names of files end that a write has not finished, or never will.</summary>
    public const string TemporaryEnding = ".tmp";

    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateDirectory = PrivateFile | UnixFileMode.UserExecute;
    private const int MaxLength = 64 * 1024;
    private const string NamedFolder = "name another folder with HWTOKEN_CACHE_DIR";

    public string Path => path;

    public string PathOf(string name) => System.IO.Path.Combine(path, name);

    /// <summary>What a file holds.</summary>
    /// <returns>Null if there is none. The caller clears it if it is secret.</returns>
    /// <exception cref="ObstacleException">There is something, and no file.</exception>
    /// <exception cref="IOException">
    /// Others may read or write it, so that it says nothing; it is empty or far too long; or <see cref="IsFault"/> otherwise.
    /// </exception>
    public byte[]? Read(string name)
    {
        string file = PathOf(name);
        using SafeFileHandle? handle = OpenToRead(file);
        if (handle is null)
        {
            return null;
        }

        RequirePrivate(handle, file);
        long length = RandomAccess.GetLength(handle);
        if (length is 0 or > MaxLength)
        {
            throw new IOException($"{file} is empty or too long");
        }

        byte[] bytes = new byte[length];
        return RandomAccess.Read(handle, bytes, 0) == length
            ? bytes
            : throw new IOException($"{file} became shorter while it was read");
    }

    /// <summary>Puts a file in the place of the one before, if there is one, and waits for the disk.</summary>
    /// <exception cref="ObstacleException">There is a folder of that name.</exception>
    /// <exception cref="IOException">The disk is full, or <see cref="IsFault"/> otherwise.</exception>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        Make();
        string temporary = PathOf(name) + TemporaryEnding;
        RefuseFolder(PathOf(name));
        RefuseFolder(temporary);
        try
        {
            // What a killed process left behind; it must not lend its mode to the new file.
            File.Delete(temporary);
            using (FileStream file = Open(temporary, FileMode.CreateNew))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, PathOf(name), overwrite: true);
        }
        catch (Exception e) when (IsFault(e))
        {
            TryDelete(temporary);
            throw;
        }
    }

    /// <summary>Removes a file; nothing happens if it is not there.</summary>
    public bool Delete(string name) => File.Exists(PathOf(name)) && TryDelete(PathOf(name));

    /// <summary>The names of the files that end like this.</summary>
    public IEnumerable<string> Names(string ending) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*" + ending).Select(System.IO.Path.GetFileName).OfType<string>() : [];

    /// <summary>Takes the lock of that name.</summary>
    /// <returns>Null if another process, or another taker in this one, has it.</returns>
    /// <exception cref="ObstacleException">There is something of that name, and no file.</exception>
    /// <exception cref="IOException">The disk lets nobody make a lock, or <see cref="IsFault"/> otherwise.</exception>
    public FileLock? TryLock(string name)
    {
        Make();
        return FileLock.TryTake(PathOf(name), file => Open(file, FileMode.CreateNew).Dispose());
    }

    /// <summary>Whether this is what a disk that is full, read-only or somebody else's gives.</summary>
    public static bool IsFault(Exception e) => e is IOException or UnauthorizedAccessException;

    private void Make()
    {
        if (OperatingSystem.IsWindows())
        {
            WindowsFolder.MakePrivate(path);
            return;
        }

        RefuseOthersAbove();

        // The mode is the last folder's alone, so the one above, hwtoken's own, is made first. It stays as it is if it
        // is there: HWTOKEN_CACHE_DIR may name any folder.
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? path, PrivateDirectory);
        Directory.CreateDirectory(path, PrivateDirectory);
        if (File.GetUnixFileMode(path) != PrivateDirectory)
        {
            File.SetUnixFileMode(path, PrivateDirectory); // fails if the folder is somebody else's
        }
    }

    // Anyone who may write to a folder may replace a folder in it, unless it is sticky, as /tmp is. A group
    // that may is let be: where every user has a group of their own, folders are made so (umask 002).
    [UnsupportedOSPlatform("windows")]
    private void RefuseOthersAbove()
    {
        for (string? above = Above(System.IO.Path.GetFullPath(path)); above is not null; above = Above(above))
        {
            if (Directory.Exists(above)
                && (File.GetUnixFileMode(above) & (UnixFileMode.OtherWrite | UnixFileMode.StickyBit)) == UnixFileMode.OtherWrite)
            {
                throw new IOException($"others may write to {above} (chmod o-w {above}, or {NamedFolder})");
            }
        }
    }

    private static string? Above(string folder) => System.IO.Path.GetDirectoryName(folder);

    private static void RefuseFolder(string file)
    {
        if (Directory.Exists(file))
        {
            throw new ObstacleException(file, "a folder");
        }
    }

    private static SafeFileHandle? OpenToRead(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            return UnixFile.OpenExisting(file, isWritten: false);
        }

        RefuseFolder(file);
        return File.Exists(file)
            ? File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
            : null;
    }

    // Only its owner and root can open a file of mode 0600, and root may do everything anyway.
    private static void RequirePrivate(SafeFileHandle handle, string file)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(handle) & ~PrivateFile) != 0)
        {
            throw new IOException($"others may use {file}");
        }
    }

    private static FileStream Open(string file, FileMode how)
    {
        var options = new FileStreamOptions
        {
            Mode = how, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = PrivateFile;
        }

        return new FileStream(file, options);
    }

    private static bool TryDelete(string file)
    {
        try
        {
            File.Delete(file);
            return true;
        }
        catch (Exception e) when (IsFault(e))
        {
            return false;
        }
    }
}
