namespace HwToken.Shared;

/// <summary>Paths that start at the user's home folder, where no shell has seen to it.</summary>
/// <remarks>A source that HwToken.Client and HwToken.Aws both compile: both find folders by the same variable.</remarks>
internal static class HomePath
{
    /// <summary>A leading ~ is the home folder, as the AWS CLI has it; another user's, ~name, is not looked up.</summary>
    public static string Expand(string path, string home) =>
        path == "~" ? home
        : path.StartsWith("~/", StringComparison.Ordinal) || path.StartsWith("~\\", StringComparison.Ordinal)
            ? Path.Combine(home, path[2..])
            : path;
}
