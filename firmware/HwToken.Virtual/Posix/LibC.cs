// The C library: its calls, its numbers, its errors.
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Virtual.Posix;

/// <summary>The C library's calls that .NET has no own for. Names and arguments are POSIX's, or the Linux manual's.</summary>
/// <remarks>
/// Variadic functions are called with their fixed arguments only: on Apple's arm64 the others are passed differently.
/// </remarks>
internal static unsafe partial class LibC
{
    private const string Library = "libc";

    [LibraryImport(Library, EntryPoint = "posix_openpt", SetLastError = true)]
    internal static partial SafeFileHandle OpenMaster(int flags);

    [LibraryImport(Library, EntryPoint = "grantpt", SetLastError = true)]
    internal static partial int GrantSlave(SafeFileHandle master);

    [LibraryImport(Library, EntryPoint = "unlockpt", SetLastError = true)]
    internal static partial int UnlockSlave(SafeFileHandle master);

    /// <returns>0, or an error number: of these calls, the only one that does not use errno everywhere.</returns>
    [LibraryImport(Library, EntryPoint = "ptsname_r", SetLastError = true)]
    internal static partial int SlaveName(SafeFileHandle master, byte* name, nuint length);

    [LibraryImport(Library, EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial SafeFileHandle Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "read", SetLastError = true)]
    internal static partial nint Read(SafeHandle file, byte* buffer, nuint count);

    [LibraryImport(Library, EntryPoint = "write", SetLastError = true)]
    internal static partial nint Write(SafeHandle file, byte* buffer, nuint count);

    [LibraryImport(Library, EntryPoint = "fsync", SetLastError = true)]
    internal static partial int Sync(SafeFileHandle file);

    [LibraryImport(Library, EntryPoint = "getuid")]
    internal static partial uint UserId();

    [LibraryImport(Library, EntryPoint = "select", SetLastError = true)]
    internal static partial int Select(int count, byte* readable, byte* writable, byte* exceptional, void* timeout);

    [LibraryImport(Library, EntryPoint = "tcgetattr", SetLastError = true)]
    internal static partial int GetAttributes(SafeFileHandle terminal, byte* attributes);

    [LibraryImport(Library, EntryPoint = "tcsetattr", SetLastError = true)]
    internal static partial int SetAttributes(SafeFileHandle terminal, int when, byte* attributes);

    [LibraryImport(Library, EntryPoint = "cfmakeraw")]
    internal static partial void MakeRaw(byte* attributes);

    [LibraryImport(Library, EntryPoint = "cfsetspeed", SetLastError = true)]
    internal static partial int SetSpeed(byte* attributes, nuint speed);

    [LibraryImport(Library, EntryPoint = "tcflush", SetLastError = true)]
    internal static partial int Flush(SafeFileHandle terminal, int queue);

    /// <summary>Without the third argument: for requests that take none.</summary>
    [LibraryImport(Library, EntryPoint = "ioctl", SetLastError = true)]
    internal static partial int Control(SafeFileHandle file, nuint request);

    /// <summary>Linux only.</summary>
    [LibraryImport(Library, EntryPoint = "inotify_init1", SetLastError = true)]
    internal static partial SafeFileHandle OpenWatch(int flags);

    /// <summary>Linux only.</summary>
    [LibraryImport(Library, EntryPoint = "inotify_add_watch", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int AddWatch(SafeFileHandle watch, string path, uint events);
}

/// <summary>Numbers of the C headers, which are not the same on Linux (x86, Arm, RISC-V) and macOS.</summary>
internal static class Constants
{
    internal const int ReadOnly = 0;
    internal const int ReadWrite = 2;

    internal const int SetNow = 0;

    /// <summary>B115200: Linux numbers its speeds, macOS calls them by their own value.</summary>
    internal static readonly nuint Speed115200 = OperatingSystem.IsLinux() ? 0x1002u : 115200u;

    internal static readonly int NoControllingTerminal = OperatingSystem.IsLinux() ? 0x100 : 0x20000;
    internal static readonly int NonBlocking = OperatingSystem.IsLinux() ? 0x800 : 0x4;
    internal static readonly int CloseOnExec = OperatingSystem.IsLinux() ? 0x80000 : 0x1000000;

    /// <summary>TCIFLUSH: what has arrived and was not read.</summary>
    internal static readonly int InputQueue = OperatingSystem.IsLinux() ? 0 : 1;

    /// <summary>Linux only: gives up exclusive use of a terminal (TIOCNXCL).</summary>
    internal const uint EndExclusive = 0x540D;

    internal const int Interrupted = 4;

    internal static readonly int WouldBlock = OperatingSystem.IsLinux() ? 11 : 35;
}

internal static class PosixFailure
{
    /// <summary>Of the call just made.</summary>
    internal static IOException Last(string what) => new($"{what}: {Text(Marshal.GetLastPInvokeError())}");

    internal static string Text(int error) => Marshal.GetPInvokeErrorMessage(error);
}
