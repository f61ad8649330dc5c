using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HwToken.Aws.Sessions;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Aws.Cache;

/// <summary>A folder of small JSON files that are the user's alone.</summary>
/// <remarks>
/// Files have mode 0600 and folders 0700; on Windows the folder's place in the user's profile does the same. A write
/// leaves the old file or the new one, whole, whenever the process dies.
/// </remarks>
internal sealed class PrivateFolder(string path)
{
    /// <summary>How the names of files end that a write has not finished, or never will.</summary>
    public const string TemporaryEnding = ".tmp";

    private const UnixFileMode PrivateFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode PrivateDirectory = PrivateFile | UnixFileMode.UserExecute;
    private const int MaxLength = 64 * 1024;

    public string Path => path;

    /// <summary>
    /// What a file holds; null if it is not there, is not whole, or is not the user's alone: then it says nothing.
    /// </summary>
    public T? Read<T>(string name, JsonTypeInfo<T> type)
        where T : class
    {
        byte[]? json = null;
        try
        {
            json = ReadBytes(name);
            return json is null ? null : JsonSerializer.Deserialize(json, type);
        }
        catch (Exception e) when (e is JsonException || IsFault(e))
        {
            return null;
        }
        finally
        {
            json?.AsSpan().Clear();
        }
    }

    /// <summary>Puts a file in the place of the one before, if there is one, and waits for the disk.</summary>
    /// <exception cref="IOException">The disk is full, or <see cref="IsFault"/> otherwise.</exception>
    public void Write<T>(string name, T value, JsonTypeInfo<T> type)
    {
        Make();
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        string temporary = PathOf(name) + TemporaryEnding;
        try
        {
            // What a killed process left behind; it must not lend its mode to the new file.
            File.Delete(temporary);
            using (FileStream file = Open(temporary, FileMode.CreateNew))
            {
                file.Write(json);
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, PathOf(name), overwrite: true);
        }
        catch (Exception e) when (IsFault(e))
        {
            TryDelete(temporary);
            throw;
        }
        finally
        {
            json.AsSpan().Clear();
        }
    }

    /// <summary>Removes a file; nothing happens if it is not there.</summary>
    public bool Delete(string name) => File.Exists(PathOf(name)) && TryDelete(PathOf(name));

    /// <summary>The names of the files that end like this.</summary>
    public IEnumerable<string> Names(string ending) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*" + ending).Select(System.IO.Path.GetFileName).OfType<string>() : [];

    /// <summary>
    /// Takes the lock of that name; null if another process, or another taker in this one, has it. Where the disk lets
    /// nobody make a lock, there is a warning, and one that locks nothing.
    /// </summary>
    public FileLock? TryLock(string name, WarningList warnings)
    {
        FileLock? held = FileLock.OfNothing;
        warnings.Attempt(
            () =>
            {
                Make();
                held = FileLock.TryTake(() => Open(PathOf(name), FileMode.OpenOrCreate));
            },
            WarningKind.NoLock,
            "there is no lock against other hwtoken processes",
            "run one at a time: each of them asks for a press, and two may send the same MFA code");
        return held;
    }

    /// <summary>Whether this is what a disk that is full, read-only or somebody else's gives.</summary>
    public static bool IsFault(Exception e) => e is IOException or UnauthorizedAccessException;

    private string PathOf(string name) => System.IO.Path.Combine(path, name);

    private void Make()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // The mode is the last folder's alone, so the one above, hwtoken's own, is made first. It stays as it is if it
        // is there: HWTOKEN_CACHE_DIR may name any folder.
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? path, PrivateDirectory);
        Directory.CreateDirectory(path, PrivateDirectory);
        if (File.GetUnixFileMode(path) != PrivateDirectory)
        {
            File.SetUnixFileMode(path, PrivateDirectory); // fails if the folder is somebody else's
        }
    }

    private byte[]? ReadBytes(string name)
    {
        if (!File.Exists(PathOf(name)))
        {
            return null;
        }

        using SafeFileHandle file = File.OpenHandle(
            PathOf(name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        long length = RandomAccess.GetLength(file);
        if (length is 0 or > MaxLength || !IsPrivate(file))
        {
            return null;
        }

        byte[] bytes = new byte[length];
        return RandomAccess.Read(file, bytes, 0) == length ? bytes : null;
    }

    // Whoever can open a file of mode 0600 owns it, or is root, who may do everything anyway.
    private static bool IsPrivate(SafeFileHandle file) =>
        OperatingSystem.IsWindows() || (File.GetUnixFileMode(file) & ~PrivateFile) == 0;

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
