namespace HwToken.EndToEnd.Tests;

/// <summary>A fact about signals and pseudo-terminals, which Windows has not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        Skip = OperatingSystem.IsWindows() ? "Windows has no signals and no pseudo-terminals" : null;
    }
}
