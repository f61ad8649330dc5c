using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace HwToken.Virtual.Tests.Links;

/// <summary>What Linux tells about a terminal. (ioctl_tty(2))</summary>
internal sealed partial class LinuxTerminal(SafeFileHandle handle)
{
    private const uint GetExclusive = 0x80045440;
    private const uint InputCount = 0x541B;

    /// <summary>Somebody has reserved it; nobody but the superuser can open it.</summary>
    internal bool IsExclusive => Ask(GetExclusive) != 0;

    internal int UnreadBytes => Ask(InputCount);

    private int Ask(uint question)
    {
        Assert.Equal(0, Control(handle, question, out int answer));
        return answer;
    }

    [LibraryImport("libc", EntryPoint = "ioctl")]
    private static partial int Control(SafeFileHandle file, nuint request, out int answer);
}
