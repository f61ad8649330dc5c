using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Base.Files;

/// <summary>
/// Something else lies where a file of ours belongs: a folder, a FIFO, a socket, a device or a link. hwtoken neither
/// waits for it nor writes through it.
/// </summary>
public sealed class ObstacleException : IOException
{
    internal ObstacleException(string path, string what)
        : base($"{path} is {what}, not a file")
    {
        Hint = $"remove {path}: hwtoken makes the file itself";
    }

    /// <summary>What to do about it: lower case, no full stop.</summary>
    public string Hint { get; }
}

/// <summary>Opening and locking as Unix has it: .NET's open waits for the other end of a FIFO, and follows links.</summary>
[UnsupportedOSPlatform("windows")]
internal static partial class UnixFile
{
    // Numbers of open(2): Linux, whose Arm has another O_NOFOLLOW, and macOS.
    private const int ReadWrite = 2;
    private static readonly int NonBlock = OperatingSystem.IsLinux() ? 0x800 : 0x4;
    private static readonly int CloseOnExec = OperatingSystem.IsLinux() ? 0x80000 : 0x1000000;
    private static readonly int NoFollow = !OperatingSystem.IsLinux() ? 0x100
        : RuntimeInformation.ProcessArchitecture is Architecture.Arm or Architecture.Arm64 ? 0x8000 : 0x20000;

    // Numbers of flock(2).
    private const int Exclusive = 2;
    private const int DoNotWait = 4;

    // Numbers of errno(3).
    private const int NoEntry = 2;
    private const int Interrupted = 4;
    private const int NoDevice = 6;
    private const int AccessDenied = 13;
    private const int IsDirectory = 21;
    private static readonly int WouldBlock = OperatingSystem.IsLinux() ? 11 : 35;
    private static readonly int Loop = OperatingSystem.IsLinux() ? 40 : 62;
    private static readonly int NotSupported = OperatingSystem.IsLinux() ? 95 : 102;

    /// <summary>Opens a file that is there, and never waits.</summary>
    /// <param name="isWritten">Whether it is opened for writing too, not only for reading.</param>
    /// <returns>Null if there is none.</returns>
    /// <exception cref="ObstacleException">There is something else.</exception>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be opened.</exception>
    public static SafeFileHandle? OpenExisting(string path, bool isWritten)
    {
        int file;
        int error;
        do
        {
            file = Open(path, (isWritten ? ReadWrite : 0) | NonBlock | CloseOnExec | NoFollow);
            error = file < 0 ? Marshal.GetLastPInvokeError() : 0;
        }
        while (error == Interrupted);

        if (error == 0)
        {
            return RequireFile(new SafeFileHandle(file, ownsHandle: true), path);
        }

        return error switch
        {
            NoEntry => null,
            NoDevice => throw new ObstacleException(path, "a socket, or a device that is gone"),
            IsDirectory => throw new ObstacleException(path, "a folder"),
            AccessDenied => throw new UnauthorizedAccessException($"access to {path} is denied"),
            _ when error == Loop => throw new ObstacleException(path, "a symbolic link"),
            _ when error == NotSupported => throw new ObstacleException(path, "a socket"),
            _ => throw new IOException($"cannot open {path}: {Marshal.GetPInvokeErrorMessage(error)}"),
        };
    }

    /// <summary>Locks an open file for this handle alone, until it is closed.</summary>
    /// <returns>False if somebody else has the lock.</returns>
    /// <exception cref="IOException">The file system has no locks.</exception>
    public static bool TryLock(SafeFileHandle file)
    {
        if (Flock(file, Exclusive | DoNotWait) == 0)
        {
            return true;
        }

        int error = Marshal.GetLastPInvokeError();
        return error == WouldBlock ? false : throw new IOException($"cannot lock: {Marshal.GetPInvokeErrorMessage(error)}");
    }

    // What is open cannot be exchanged any more, so this is asked of the handle and not of the path.
    private static SafeFileHandle RequireFile(SafeFileHandle handle, string path)
    {
        try
        {
            if ((File.GetAttributes(handle) & FileAttributes.Directory) != 0)
            {
                throw new ObstacleException(path, "a folder");
            }

            _ = RandomAccess.GetLength(handle); // has none: no seeking in it
            return handle;
        }
        catch (NotSupportedException)
        {
            handle.Dispose();
            throw new ObstacleException(path, "a FIFO or a device");
        }
        catch
        {
            handle.Dispose();
            throw;
        }
    }

    // Variadic in C; without O_CREAT the third argument is not read.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "flock", SetLastError = true)]
    private static partial int Flock(SafeHandle file, int operation);
}
