using HwToken.Base;

namespace HwToken.Aws.Tests.Support;

/// <summary>A user with AWS files and a cache folder, in a temporary folder.</summary>
internal sealed class TestHome : IDisposable
{
    public const string User = "alice";

    private readonly TemporaryFolder _folder = new();

    public TestHome()
    {
        Directory.CreateDirectory(_folder[".aws"]);
        Variables["HOME"] = _folder.Path;
        Variables["USERPROFILE"] = _folder.Path;
        Variables["HWTOKEN_CACHE_DIR"] = CacheFolder;
    }

    public Dictionary<string, string> Variables { get; } = [];

    public HostEnvironment Environment => new(Variables, HostPlatform.Xdg, () => User);

    public string Path => _folder.Path;

    public string CacheFolder => _folder["cache"];

    public string ConfigPath => _folder[".aws", "config"];

    public string CredentialsPath => _folder[".aws", "credentials"];

    public string Config { set => File.WriteAllText(ConfigPath, value); }

    public string Credentials { set => File.WriteAllText(CredentialsPath, value); }

    /// <summary>The files of the cache, relative to its folder, in order.</summary>
    public IEnumerable<string> CachedFiles(string pattern) => Directory.Exists(CacheFolder)
        ? Directory.EnumerateFiles(CacheFolder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];

    public void Dispose() => _folder.Dispose();
}
