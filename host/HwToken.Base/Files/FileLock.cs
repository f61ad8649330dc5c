namespace HwToken.Base.Files;

/// <summary>
/// An exclusive lock that the operating system holds for an open file, and lets go of however the process ends: flock
/// on Unix, a sharing mode on Windows.
/// </summary>
public sealed class FileLock : IDisposable
{
    // EWOULDBLOCK of Linux, and of macOS and the BSDs.
    private const int LinuxWouldBlock = 11;
    private const int BsdWouldBlock = 35;

    // ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION.
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int LockViolation = unchecked((int)0x80070021);

    private readonly FileStream? _file;

    private FileLock(FileStream? file) => _file = file;

    /// <summary>Where there can be no lock.</summary>
    public static FileLock OfNothing => new(null);

    /// <param name="open">
    /// Opens the file and shares it with nobody. The file stays when the lock goes: deleting it would give the next two
    /// takers a lock each.
    /// </param>
    /// <returns>Null if somebody has the lock.</returns>
    /// <exception cref="IOException">The file cannot be opened at all.</exception>
    internal static FileLock? TryTake(Func<FileStream> open)
    {
        try
        {
            return new FileLock(open());
        }
        catch (IOException e) when (IsHeld(e.HResult))
        {
            return null;
        }
    }

    public void Dispose() => _file?.Dispose();

    private static bool IsHeld(int error) => OperatingSystem.IsWindows()
        ? error is SharingViolation or LockViolation
        : error == (OperatingSystem.IsLinux() ? LinuxWouldBlock : BsdWouldBlock);
}
