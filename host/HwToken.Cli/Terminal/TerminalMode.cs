using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace HwToken.Cli.Terminal;

/// <summary>How a terminal treats what is typed (POSIX.1-2017, termios.h), to be put back.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed unsafe partial class TerminalMode
{
    /// <summary>A struct termios has 60 bytes on Linux and 72 on macOS. What is in it, nobody here needs to know.</summary>
    private const int MaxLength = 256;

    private const int Now = 0; // TCSANOW

    private readonly byte[] _mode = new byte[MaxLength];

    /// <returns>Null if it is no terminal any more.</returns>
    public static TerminalMode? Of(SafeHandle terminal)
    {
        var mode = new TerminalMode();
        fixed (byte* bytes = mode._mode)
        {
            return GetAttributes(terminal, bytes) == 0 ? mode : null;
        }
    }

    public void Restore(SafeHandle terminal)
    {
        fixed (byte* bytes = _mode)
        {
            // Of a terminal that is gone nobody will notice.
            _ = SetAttributes(terminal, Now, bytes);
        }
    }

    [LibraryImport("libc", EntryPoint = "tcgetattr")]
    private static partial int GetAttributes(SafeHandle terminal, byte* mode);

    [LibraryImport("libc", EntryPoint = "tcsetattr")]
    private static partial int SetAttributes(SafeHandle terminal, int when, byte* mode);
}
