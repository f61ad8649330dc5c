using HwToken.Shared;

namespace HwToken.Client.Locks;

/// <summary>Where the locks of a user are.</summary>
public static class LockFolder
{
    private const string Name = "hwtoken";

    /// <summary>
    /// HWTOKEN_CACHE_DIR, or hwtoken in the user's cache folder as the system has it (XDG base directories on Linux).
    /// Every process of a user must find the same, however it was started: a session's runtime folder would not do.
    /// </summary>
    /// <param name="variable">Reads a variable of the process's environment; null where it is not set.</param>
    public static string Of(Func<string, string?> variable)
    {
        string home = variable(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME") is { Length: > 0 } own
            ? own
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (variable("HWTOKEN_CACHE_DIR") is { Length: > 0 } named)
        {
            return Path.GetFullPath(HomePath.Expand(named, home));
        }

        if (OperatingSystem.IsWindows())
        {
            return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), Name, "cache");
        }

        if (OperatingSystem.IsMacOS())
        {
            return Path.Combine(home, "Library", "Caches", Name);
        }

        // A relative path there is to be ignored (XDG base directory specification).
        string? cache = variable("XDG_CACHE_HOME");
        return Path.Combine(Path.IsPathRooted(cache) ? cache : Path.Combine(home, ".cache"), Name);
    }
}
