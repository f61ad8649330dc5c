using Xunit;

namespace HwToken.TestKit;

/// <summary>A fact about pseudo-terminals, signals, symlinks or modes of files.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        Skip = OperatingSystem.IsWindows() ? "needs Unix" : null;
    }
}

/// <summary>A theory about the same.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        Skip = OperatingSystem.IsWindows() ? "needs Unix" : null;
    }
}

/// <summary>A fact about Linux alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        Skip = OperatingSystem.IsLinux() ? null : "needs Linux";
    }
}
