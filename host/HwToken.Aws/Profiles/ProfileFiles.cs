// The user's two AWS config files.
using HwToken.Aws.Model;
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
            : (name == "default" ? "name another one, or set AWS_PROFILE: " : "") + $"profiles are in {ConfigPath} and {CredentialsPath}";
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

/// <summary>The profiles of one config or credentials file.</summary>
internal sealed class IniFile
{
    private const string DefaultProfile = "default";

    private readonly IReadOnlyList<IniSection> _sections;
    private readonly Dictionary<string, IniSection> _profiles;
    private readonly bool _isConfig;

    /// <param name="isConfig">
    /// Profiles other than the default one stand under <c>[profile name]</c>, as in a config file, and not under
    /// <c>[name]</c>, as in a credentials file.
    /// </param>
    /// <exception cref="AwsException">The file is there and cannot be read. One that is not there is empty.</exception>
    public IniFile(string path, bool isConfig)
    {
        Path = path;
        _isConfig = isConfig;
        string sectionForm = isConfig ? "[profile name]" : "[name]";
        try
        {
            _sections = IniReader.Read(File.ReadLines(path));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            _sections = [];
        }
        catch (IniLineException e) when (e.IsAboveSections)
        {
            throw Unreadable($"line {e.Line} of {path} is above the first section", $"write {sectionForm} above it");
        }
        catch (IniLineException e)
        {
            throw Unreadable($"line {e.Line} of {path} is neither a section nor a key nor a comment",
                $"write {sectionForm}, key = value, or # in front of a comment on a line of its own");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable($"cannot read {path}", "check who may read it, and that it is a file");
        }

        _profiles = isConfig ? Named("profile") : _sections.ToDictionary(section => section.Header, StringComparer.Ordinal);
        if (isConfig && _sections.FirstOrDefault(section => section.Header == DefaultProfile) is { } bare)
        {
            _profiles.TryAdd(DefaultProfile, bare);
        }
    }

    public string Path { get; }

    public IEnumerable<string> ProfileNames => _profiles.Keys;

    /// <summary>The keys of a profile, whatever their case, or null.</summary>
    /// <exception cref="AwsException">The profile says something twice: the AWS CLI then refuses the whole file.</exception>
    public IReadOnlyDictionary<string, string>? Find(string profile)
    {
        IniSection? section = _profiles.GetValueOrDefault(profile);
        return section?.RepeatingLine is { } line
            ? throw Unreadable(
                $"profile {profile} in {Path} has a key twice, on line {line} for the second time", "leave one of the two lines")
            : section?.Keys;
    }

    /// <summary>Whether the file has the profile under a bare <c>[name]</c>, where only a credentials file has one.</summary>
    public bool HasWithoutMarker(string profile) => _isConfig && _sections.Any(section => section.Header == profile);

    /// <summary>A key of <c>[services name]</c>, below the name of the service; null where there is none.</summary>
    public string? FindServiceKey(string services, string service, string key) =>
        Named("services").GetValueOrDefault(services)?.Nested(service)?.GetValueOrDefault(key);

    /// <summary>The sections <c>[kind name]</c> by their names. Of two that differ in quotes alone the last counts, as to the AWS CLI.</summary>
    private Dictionary<string, IniSection> Named(string kind)
    {
        Dictionary<string, IniSection> named = new(StringComparer.Ordinal);
        foreach (IniSection section in _sections)
        {
            string header = section.Header;
            if (header.StartsWith(kind, StringComparison.Ordinal) && header.Length > kind.Length && char.IsWhiteSpace(header[kind.Length]))
            {
                named[Unquote(header[kind.Length..].TrimStart())] = section;
            }
        }

        return named;
    }

    // The AWS CLI reads a name as a shell would, and quotes one with a blank when it writes a config file.
    private static string Unquote(string name) =>
        name.Length > 1 && name[0] is '\'' or '"' && name[^1] == name[0] ? name[1..^1] : name;

    private static AwsException Unreadable(string message, string hint) =>
        new(FailureKind.ConfigUnreadable, message, hint);
}
