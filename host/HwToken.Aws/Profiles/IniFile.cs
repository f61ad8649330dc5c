namespace HwToken.Aws.Profiles;

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
            throw Unreadable($"line {e.Line} of {path} stands above the first section", $"write {sectionForm} above it");
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
