using Xunit;

namespace HwToken.TestKit;

/// <summary>A fact about file modes, symlinks, FIFOs or pseudo-terminals, which Windows does not have.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute() => Skip = OperatingSystem.IsWindows() ? "needs Unix" : null;
}
