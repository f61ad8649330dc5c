namespace HwToken.Client.Tests.Peers;

/// <summary>A fact for which a thread gives root's powers up.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute()
    {
        Skip = OperatingSystem.IsLinux() ? null : "needs Linux's capabilities";
    }
}
