namespace HwToken.EndToEnd.Tests;

/// <summary>A fact about the builds for Windows, which wine runs elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NeedsWineAttribute : FactAttribute
{
    /// <summary>Why such a fact is skipped here; null if it is not.</summary>
    public static string? Reason { get; } =
        !Effort.IsFull ? $"builds for Windows for a minute or two: set {Effort.Variable}=full"
        : OperatingSystem.IsLinux() && ExternalTool.Find("wine") is not null && ExternalTool.Find("dotnet") is not null ? null
        : "needs Linux with Debian's wine and wine64, and dotnet on PATH";

    public NeedsWineAttribute() => Skip = Reason;
}
