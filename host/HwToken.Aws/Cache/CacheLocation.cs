namespace HwToken.Aws.Cache;

/// <summary>Where hwtoken keeps what it may lose.</summary>
internal static class CacheLocation
{
    /// <summary>HWTOKEN_CACHE_DIR, or the folder of that purpose on the platform.</summary>
    public static string FolderOf(HostEnvironment environment)
    {
        if (environment["HWTOKEN_CACHE_DIR"] is { } named)
        {
            return Path.GetFullPath(environment.ExpandPath(named));
        }

        return environment.Platform switch
        {
            HostPlatform.MacOS => Path.Combine(environment.HomeFolder, "Library", "Caches", "hwtoken"),
            HostPlatform.Windows => Path.Combine(
                environment["LOCALAPPDATA"] ?? Path.Combine(environment.HomeFolder, "AppData", "Local"), "hwtoken", "cache"),
            _ => Path.Combine(XdgCache(environment) ?? Path.Combine(environment.HomeFolder, ".cache"), "hwtoken"),
        };
    }

    /// <summary>A folder in it.</summary>
    public static PrivateFolder SubfolderOf(HostEnvironment environment, string name) =>
        new(Path.Combine(FolderOf(environment), name));

    // XDG base directory specification: a relative path is to be ignored.
    private static string? XdgCache(HostEnvironment environment) =>
        environment["XDG_CACHE_HOME"] is { } path && Path.IsPathRooted(path) ? path : null;
}
