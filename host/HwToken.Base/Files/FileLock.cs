using Microsoft.Win32.SafeHandles;

namespace HwToken.Base.Files;

/// <summary>
/// An exclusive lock that the operating system holds for an open file, and lets go of however the process ends: flock
/// on Unix, a sharing mode on Windows.
/// </summary>
public sealed class FileLock : IDisposable
{
    private readonly IDisposable? _file;

    private FileLock(IDisposable? file) => _file = file;

    /// <summary>Where there can be no lock.</summary>
    public static FileLock OfNothing => new(null);

    /// <param name="create">
    /// Makes the file, empty; fails if it is there. The file stays when the lock goes: deleting it would give the next
    /// two takers a lock each.
    /// </param>
    /// <returns>Null if somebody has the lock.</returns>
    /// <exception cref="IOException">The file cannot be opened at all.</exception>
    internal static FileLock? TryTake(string path, Action<string> create) =>
        OperatingSystem.IsWindows() ? TryTakeOnWindows(path) : TryTakeOnUnix(path, create);

    public void Dispose() => _file?.Dispose();

    private static FileLock? TryTakeOnWindows(string path)
    {
        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0));
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) is 32 or 33) // ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION
        {
            return null;
        }
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static FileLock? TryTakeOnUnix(string path, Action<string> create)
    {
        SafeFileHandle? file = UnixFile.OpenExisting(path, isWritten: true);
        if (file is null)
        {
            try
            {
                create(path);
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another taker was faster.
            }

            file = UnixFile.OpenExisting(path, isWritten: true)
                ?? throw new IOException($"{path} is gone as soon as it is made");
        }

        try
        {
            if (UnixFile.TryLock(file))
            {
                return new FileLock(file);
            }
        }
        catch
        {
            file.Dispose();
            throw;
        }

        file.Dispose();
        return null;
    }
}
