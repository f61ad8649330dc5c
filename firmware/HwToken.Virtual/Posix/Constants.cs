namespace HwToken.Virtual.Posix;

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
