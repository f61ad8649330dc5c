namespace HwToken.Client.Tests.Peers;

/// <summary>A fact about pseudo-terminals, symlinks and modes of files.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        Skip = OperatingSystem.IsWindows() ? "needs Unix" : null;
    }
}
