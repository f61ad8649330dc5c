namespace HwToken.TestKit;

/// <summary>Programs that some tests compare with, and that not every machine has.</summary>
public static class ExternalTool
{
    /// <summary>The full path of a program on PATH, or null.</summary>
    public static string? Find(string name)
    {
        string file = OperatingSystem.IsWindows() ? name + ".exe" : name;
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Select(folder => Path.Combine(folder, file)).FirstOrDefault(File.Exists);
    }

    /// <summary>Why a test that needs these programs cannot run here, or null if it can.</summary>
    internal static string? SkipReason(string[] names)
    {
        string[] missing = [.. names.Where(name => Find(name) is null)];
        return missing.Length == 0 ? null : $"needs {string.Join(" and ", missing)} on PATH";
    }
}
