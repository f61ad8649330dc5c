using System.Collections;
using HwToken.Shared;

namespace HwToken.Aws;

/// <summary>What this library knows of the process it runs in; a test brings its own.</summary>
/// <param name="variables">Environment variables; an empty one counts as not set.</param>
/// <param name="userName">The name of the user, asked for only where a role's session is named after it.</param>
public sealed class HostEnvironment(
    IReadOnlyDictionary<string, string> variables, HostPlatform platform, Func<string> userName)
{
    /// <summary>How the platform compares the names of variables.</summary>
    public static StringComparer NameComparer =>
        OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    public HostPlatform Platform { get; } = platform;

    public string UserName => userName();

    /// <summary>The user's home folder, as the AWS CLI finds it.</summary>
    public string HomeFolder =>
        this[Platform == HostPlatform.Windows ? "USERPROFILE" : "HOME"]
        ?? Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);

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

    /// <summary>A path from a variable or a file: a leading ~ is the home folder, as the AWS CLI has it.</summary>
    public string ExpandPath(string path) => HomePath.Expand(path, HomeFolder);

    private static HostPlatform CurrentPlatform =>
        OperatingSystem.IsWindows() ? HostPlatform.Windows
        : OperatingSystem.IsMacOS() ? HostPlatform.MacOS
        : HostPlatform.Xdg;
}
