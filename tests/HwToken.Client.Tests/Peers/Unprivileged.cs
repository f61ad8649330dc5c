using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace HwToken.Client.Tests.Peers;

/// <summary>
/// Runs something without root's powers, which open every port and every file. On Linux they belong to a thread; where
/// the tests do not run as root, nothing changes.
/// </summary>
internal static class Unprivileged
{
    // capset(2)
    private const uint Version3 = 0x20080522;

    public static void RunIfLinux(Action action)
    {
        if (OperatingSystem.IsLinux())
        {
            Run(action);
        }
    }

    public static void Run(Action action)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(() =>
        {
            Assert.Equal(0, capset([Version3, 0], new uint[6]));
            try
            {
                action();
            }
#pragma warning disable CA1031 // Thrown again where the test waits for it.
            catch (Exception e)
#pragma warning restore CA1031
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();
    }

#pragma warning disable SYSLIB1054 // Source-generated marshalling needs unsafe code, which tests do without.
    [DllImport("libc", SetLastError = true)]
    private static extern int capset(uint[] header, uint[] data);
#pragma warning restore SYSLIB1054
}
