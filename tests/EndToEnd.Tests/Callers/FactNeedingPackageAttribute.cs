namespace HwToken.EndToEnd.Tests.Callers;

/// <summary>A fact that is skipped, with a message, where the files of a Debian package are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactNeedingPackageAttribute : FactAttribute
{
    /// <param name="packages">For the message.</param>
    /// <param name="files">Programs on PATH, or full paths.</param>
    public FactNeedingPackageAttribute(string packages, params string[] files)
    {
        string[] missing = [.. files.Where(file => ExternalTool.Find(file) is null)];
        Skip = missing.Length == 0 ? null : $"needs {string.Join(" and ", missing)} (Debian: {packages})";
    }
}
