using System.Diagnostics;

namespace HwToken.Aws.Tests.Support;

/// <summary>A theory that is skipped, with a message, where a process may not mount a disk for itself alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class TheoryNeedingMountsAttribute : TheoryAttribute
{
    private static readonly Lazy<bool> IsPossible = new(TryMount);

    public TheoryNeedingMountsAttribute()
    {
        Skip = IsPossible.Value ? null : "needs unshare, and the right to mount";
    }

    private static bool TryMount()
    {
        if (ExternalTool.Find("unshare") is not { } unshare)
        {
            return false;
        }

        var start = new ProcessStartInfo(unshare, ["--map-root-user", "--mount", "mount", "-t", "tmpfs", "none", "/mnt"])
        {
            RedirectStandardError = true,
        };
        using Process mount = Process.Start(start)!;
        mount.WaitForExit();
        return mount.ExitCode == 0;
    }
}
