namespace HwToken.EndToEnd.Tests.Callers;

/// <summary>A fact that is skipped, with a message, where Node.js, or a package of Callers/JavaScript/package.json, is not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactNeedingNodePackagesAttribute : FactAttribute
{
    private static readonly string[] Packages = ["@aws-sdk/client-sts", "@aws-sdk/credential-providers"];

    public FactNeedingNodePackagesAttribute()
    {
        string[] folders = (NodePath ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] missing = [.. Packages.Where(package => !folders.Any(folder => Directory.Exists(Path.Combine(folder, package))))];
        Skip = ExternalTool.Find("node") is null ? "needs node on PATH"
            : missing.Length > 0 ? $"needs {string.Join(" and ", missing)} (npm) in a folder of NODE_PATH"
            : null;
    }

    /// <summary>Where node looks for packages, besides the folders above a script.</summary>
    public static string? NodePath { get; } = Environment.GetEnvironmentVariable("NODE_PATH");
}
