namespace HwToken.Client.Locks;

/// <summary>Where the locks of this user are.</summary>
internal static class DefaultLockFolder
{
    private const string Name = "hwtoken";

    /// <summary>
    /// HWTOKEN_CACHE_DIR, or hwtoken in the user's cache folder as the system has it (XDG base directories on Linux).
    /// Every process of a user must find the same, however it was started: a session's runtime folder would not do.
    /// </summary>
    public static string Path
    {
        get
        {
            if (Environment.GetEnvironmentVariable("HWTOKEN_CACHE_DIR") is { Length: > 0 } named)
            {
                return System.IO.Path.GetFullPath(named);
            }

            if (OperatingSystem.IsWindows())
            {
                return System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), Name, "cache");
            }

            string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            if (OperatingSystem.IsMacOS())
            {
                return System.IO.Path.Combine(home, "Library", "Caches", Name);
            }

            // A relative path there is to be ignored (XDG base directory specification).
            string? cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
            return System.IO.Path.Combine(System.IO.Path.IsPathRooted(cache) ? cache : System.IO.Path.Combine(home, ".cache"), Name);
        }
    }
}
