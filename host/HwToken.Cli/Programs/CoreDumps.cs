// Keeps secrets in memory out of core dumps.
using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace HwToken.Cli.Programs;

/// <summary>
/// No core file of this process: keys and codes are in its memory, and a core may lie about for years, or be sent in with
/// a crash report.
/// </summary>
internal static partial class CoreDumps
{
    // prctl(2). Beside the core it closes /proc/PID/mem and ptrace to other processes of the user. A core size of 0 would
    // not do on Linux: core(5) does not ask for it where a program collects the cores.
    private const int SetDumpable = 4; // PR_SET_DUMPABLE

    private const int CoreSize = 4; // RLIMIT_CORE of macOS and the BSDs, sys/resource.h

    private static Limit? _given;

    /// <summary>On Windows nothing: it keeps no dump unless an administrator asks for some (LocalDumps).</summary>
    public static void Forbid()
    {
        if (OperatingSystem.IsLinux())
        {
            _ = ProcessControl(SetDumpable, 0, 0, 0, 0);
        }
        else if (!OperatingSystem.IsWindows() && GetLimit(CoreSize, out Limit limit) == 0)
        {
            _given = limit;
            _ = SetLimit(CoreSize, limit with { Soft = 0 });
        }
    }

    /// <summary>
    /// For a program that takes this process's place: its cores are the user's business. On Linux execve itself does it
    /// (prctl(2), PR_SET_DUMPABLE).
    /// </summary>
    [UnsupportedOSPlatform("windows")]
    public static void Allow()
    {
        if (_given is { } limit)
        {
            _ = SetLimit(CoreSize, limit);
        }
    }

    /// <summary>struct rlimit of 64-bit systems.</summary>
    private record struct Limit(ulong Soft, ulong Hard);

    [LibraryImport("libc", EntryPoint = "prctl")]
    private static partial int ProcessControl(int option, nuint value, nuint unused3, nuint unused4, nuint unused5);

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int GetLimit(int resource, out Limit limit);

    [LibraryImport("libc", EntryPoint = "setrlimit")]
    private static partial int SetLimit(int resource, in Limit limit);
}
