namespace HwToken.EndToEnd.Tests;

/// <summary>A folder that is a user's home for one test, and an environment in which nothing of the real user's is seen.</summary>
internal sealed class Workspace : IDisposable
{
    public Workspace()
    {
        Folder = Directory.CreateTempSubdirectory("hwtoken-e2e-").FullName;
        Environment = new Dictionary<string, string>
        {
            // hwtoken itself first: shells and the AWS CLI find it by name.
            ["PATH"] = string.Join(
                Path.PathSeparator, Path.GetDirectoryName(Programs.HwToken), System.Environment.GetEnvironmentVariable("PATH")),
            ["HOME"] = Folder,
            ["XDG_CACHE_HOME"] = Path.Combine(Folder, ".cache"),
            ["XDG_STATE_HOME"] = Path.Combine(Folder, ".local", "state"),
            ["XDG_RUNTIME_DIR"] = Path.Combine(Folder, "run"),
            ["TMPDIR"] = Path.Combine(Folder, "tmp"),
            ["LC_ALL"] = "C.UTF-8",
            // The managed build looks for its runtime; the native one does not.
            ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
        };
        foreach (string folder in new[] { Environment["TMPDIR"], Environment["XDG_RUNTIME_DIR"], PathOf(".aws") })
        {
            Directory.CreateDirectory(folder);
        }
    }

    public string Folder { get; }

    /// <summary>All that a program started here gets.</summary>
    public Dictionary<string, string> Environment { get; }

    public string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
