namespace HwToken.Virtual.Tests.Links;

/// <summary>A fact about pseudo-terminals, which not every system has.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PtyFactAttribute : FactAttribute
{
    public PtyFactAttribute()
    {
        Skip = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS() ? null : "needs pseudo-terminals";
    }
}
