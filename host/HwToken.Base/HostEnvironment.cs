using System.Collections;

namespace HwToken.Base;

/// <summary>Operating systems by where they keep a user's files.</summary>
public enum HostPlatform
{
    /// <summary>Linux and everything else that follows the XDG base directory specification.</summary>
    Xdg,
    MacOS,
    Windows,
}

/// <summary>What the libraries of the host know of the process they run in, and where it keeps its files; a test brings its own.</summary>
/// <param name="variables">Environment variables; an empty one counts as not set.</param>
/// <param name="userName">The name of the user, asked for only where a role's session is named after it.</param>
public sealed class HostEnvironment(
    IReadOnlyDictionary<string, string> variables, HostPlatform platform, Func<string> userName)
{
    private const string Product = "hwtoken";

    /// <summary>How the platform compares the names of variables.</summary>
    public static StringComparer NameComparer =>
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public HostPlatform Platform { get; } = platform;

    public string UserName => userName();

    /// <summary>The user's home folder, as the AWS CLI finds it.</summary>
    public string HomeFolder =>
        this[Platform == HostPlatform.Windows ? "USERPROFILE" : "HOME"]
        ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

    /// <summary>
    /// For what hwtoken may lose: HWTOKEN_CACHE_DIR, or hwtoken in the platform's folder of that purpose. Every process
    /// of a user must find the same one, however it was started: a login session's runtime folder would not do.
    /// </summary>
    public string CacheFolder => this["HWTOKEN_CACHE_DIR"] is { } named
        ? Path.GetFullPath(ExpandPath(named))
        : Platform switch
        {
            HostPlatform.MacOS => Path.Combine(HomeFolder, "Library", "Caches", Product),
            HostPlatform.Windows => Path.Combine(LocalAppData, Product, "cache"),
            _ => Path.Combine(XdgFolder("XDG_CACHE_HOME") ?? Path.Combine(HomeFolder, ".cache"), Product),
        };

    /// <summary>For what must not be lost when caches are cleared: hwtoken in the platform's folder of that purpose.</summary>
    public string StateFolder => Platform switch
    {
        HostPlatform.MacOS => Path.Combine(HomeFolder, "Library", "Application Support", Product),
        HostPlatform.Windows => Path.Combine(LocalAppData, Product, "state"),
        _ => Path.Combine(XdgFolder("XDG_STATE_HOME") ?? Path.Combine(HomeFolder, ".local", "state"), Product),
    };

    private static HostPlatform CurrentPlatform =>
        OperatingSystem.IsWindows() ? HostPlatform.Windows
        : OperatingSystem.IsMacOS() ? HostPlatform.MacOS
        : HostPlatform.Xdg;

    private string LocalAppData => this["LOCALAPPDATA"] ?? Path.Combine(HomeFolder, "AppData", "Local");

    /// <summary>The profile that is meant where nobody names one.</summary>
    public string DefaultProfile => this["AWS_PROFILE"] ?? this["AWS_DEFAULT_PROFILE"] ?? "default";

    public string? this[string variable] =>
        variables.TryGetValue(variable, out string? value) && value.Length > 0 ? value : null;

    /// <summary>This process with these variables.</summary>
    public static HostEnvironment Of(IReadOnlyDictionary<string, string> variables) =>
        new(variables, CurrentPlatform, () => Environment.UserName);

    /// <summary>This process as it is.</summary>
    public static HostEnvironment Current()
    {
        var variables = new Dictionary<string, string>(NameComparer);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        }

        return Of(variables);
    }

    /// <summary>
    /// A path from a variable or a file: a leading ~ is the home folder, as the AWS CLI has it; another user's, ~name,
    /// is not looked up.
    /// </summary>
    public string ExpandPath(string path) =>
        path == "~" ? HomeFolder
        : path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith("~\\", StringComparison.Ordinal)
            ? Path.Combine(HomeFolder, path[2..])
            : path;

    // XDG base directory specification: a relative path is to be ignored.
    private string? XdgFolder(string variable) => this[variable] is { } path && Path.IsPathRooted(path) ? path : null;
}
