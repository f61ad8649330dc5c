using HwToken.Base;

namespace HwToken.Aws.Profiles;

/// <summary>The user's AWS config and credentials files, read once.</summary>
public sealed class ProfileFiles
{
    private readonly Lazy<IniFile> _config;
    private readonly Lazy<IniFile> _credentials;

    public ProfileFiles(HostEnvironment environment)
    {
        ConfigPath = PathOf(environment, "AWS_CONFIG_FILE", "config");
        CredentialsPath = PathOf(environment, "AWS_SHARED_CREDENTIALS_FILE", "credentials");
        _config = new(() => new IniFile(ConfigPath, isConfig: true));
        _credentials = new(() => new IniFile(CredentialsPath, isConfig: false));
    }

    public string ConfigPath { get; }

    public string CredentialsPath { get; }

    /// <summary>The names of all profiles, in order.</summary>
    /// <exception cref="AwsException">A file cannot be read.</exception>
    public IReadOnlyList<string> Names =>
        [.. _config.Value.ProfileNames.Concat(_credentials.Value.ProfileNames)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <param name="namedBy">The profile whose source_profile this is, if it is one.</param>
    /// <exception cref="AwsException">There is no such profile, or a file cannot be read.</exception>
    public Profile Get(string name, Profile? namedBy = null)
    {
        List<(string, IReadOnlyDictionary<string, string>)> sources = [];
        foreach (IniFile file in (IniFile[])[_config.Value, _credentials.Value])
        {
            if (file.Find(name) is { } keys)
            {
                sources.Add((file.Path, keys));
            }
        }

        return sources.Count > 0 ? new Profile(name, sources) : throw Missing(name, namedBy);
    }

    /// <summary>The STS endpoint that a profile names, for STS alone or for every service.</summary>
    public string? StsEndpoint(Profile profile) =>
        (profile.Services is { } services ? _config.Value.FindServiceKey(services, "sts", "endpoint_url") : null)
        ?? profile.EndpointUrl;

    private AwsException Missing(string name, Profile? namedBy)
    {
        IReadOnlyList<string> near = NearNames.Of(name, Names);
        string hint = _config.Value.HasWithoutMarker(name) ? $"{ConfigPath} has [{name}]: it must be [profile {name}]"
            : near.Count > 0 ? $"did you mean {string.Join(" or ", near)}?"
            : (name == "default" ? "name another one, or set AWS_PROFILE: " : "") + $"profiles stand in {ConfigPath} and {CredentialsPath}";
        string message = namedBy is null
            ? $"there is no profile {name}"
            : $"there is no profile {name}, the source_profile of {namedBy.Name}";
        return new AwsException(FailureKind.ProfileMissing, message, hint);
    }

    private static string PathOf(HostEnvironment environment, string variable, string file) =>
        environment[variable] is { } path
            ? environment.ExpandPath(path)
            : Path.Combine(environment.HomeFolder, ".aws", file);
}
