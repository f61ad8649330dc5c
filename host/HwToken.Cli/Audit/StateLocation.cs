namespace HwToken.Cli.Audit;

/// <summary>Where hwtoken keeps what must not be lost when caches are cleared.</summary>
internal static class StateLocation
{
    private const string Name = "hwtoken";

    /// <summary>XDG_STATE_HOME (XDG base directory specification), or the platform's folder of that purpose.</summary>
    public static string Of(IReadOnlyDictionary<string, string> environment)
    {
        if (OperatingSystem.IsWindows())
        {
            string local = environment.GetValueOrDefault("LOCALAPPDATA")
                ?? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
            return Path.Combine(local, Name, "state");
        }

        string home = environment.GetValueOrDefault("HOME") is { Length: > 0 } own
            ? own
            : Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsMacOS())
        {
            return Path.Combine(home, "Library", "Application Support", Name);
        }

        // A relative path there is to be ignored, as the specification says.
        string? state = environment.GetValueOrDefault("XDG_STATE_HOME");
        return Path.Combine(Path.IsPathRooted(state) ? state : Path.Combine(home, ".local", "state"), Name);
    }
}
