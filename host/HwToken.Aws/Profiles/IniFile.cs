using Amazon.Runtime.Internal.Util;

namespace HwToken.Aws.Profiles;

/// <summary>The profiles of one config or credentials file, read by the AWS SDK's own reader.</summary>
/// <remarks>
/// The reader one level up, SharedCredentialsFile, takes its paths from the process's environment and keeps
/// duration_seconds to itself; this one takes a path and gives every key. Both cost about half a millisecond of a
/// native build's start.
/// </remarks>
internal sealed class IniFile
{
    private const string DefaultProfile = "default";

    private readonly ProfileIniFile _file;
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
        try
        {
            _file = new ProfileIniFile(path, profileMarkerRequired: isConfig);
        }
        catch (InvalidDataException e)
        {
            // The SDK's message repeats the line, and the line may be half of a secret: it goes no further.
            throw Unreadable($"line {LineNumber(e.Message)} of {path} is neither a section nor a key nor a comment",
                "write [profile name], key = value, or # in front of a comment on a line of its own");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Unreadable($"cannot read {path}", "check who may read it, and that it is a file");
        }
    }

    public string Path { get; }

    public IEnumerable<string> ProfileNames
    {
        get
        {
            IEnumerable<string> names = _file.ListSectionNames().Select(Unquote);
            return _isConfig && _file.SectionExists(DefaultProfile) ? names.Append(DefaultProfile) : names;
        }
    }

    /// <summary>The keys of a profile, whatever their case, or null.</summary>
    /// <exception cref="AwsException">The profile says something twice.</exception>
    public IReadOnlyDictionary<string, string>? Find(string profile)
    {
        foreach (string section in Spellings(profile))
        {
            if (_file.TryGetSection(section, false, false, out Dictionary<string, string> keys, out _))
            {
                return keys;
            }
        }

        if (_isConfig && profile == DefaultProfile && _file.TryGetSection(DefaultProfile, out var defaults))
        {
            return defaults;
        }

        // The SDK's reader leaves such a profile out; the AWS CLI refuses the whole file.
        return !ProfileNames.Contains(profile, StringComparer.Ordinal)
            ? null
            : throw Unreadable($"profile {profile} in {Path} has a key twice", "leave one of the two lines");
    }

    /// <summary>Whether the file has the profile under a bare <c>[name]</c>, where only a credentials file has one.</summary>
    public bool HasWithoutMarker(string profile) => _isConfig && _file.SectionExists(profile);

    /// <summary>A key of <c>[services name]</c>, below the name of the service; null where there is none.</summary>
    public string? FindServiceKey(string services, string service, string key) =>
        _file.TryGetSection(services, false, true, out _, out var nested)
        && nested.TryGetValue(service, out Dictionary<string, string>? keys)
        && keys.TryGetValue(key, out string? value)
            ? value
            : null;

    // The AWS CLI quotes a name with a blank when it writes a config file.
    private IEnumerable<string> Spellings(string profile) =>
        _isConfig && profile.Contains(' ', StringComparison.Ordinal) ? [profile, $"'{profile}'", $"\"{profile}\""] : [profile];

    private static string Unquote(string name) =>
        name.Length > 1 && name[0] is '\'' or '"' && name[^1] == name[0] ? name[1..^1] : name;

    private static string LineNumber(string message) =>
        string.Concat(message.SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(char.IsAsciiDigit));

    private static AwsException Unreadable(string message, string hint) =>
        new(FailureKind.ConfigUnreadable, message, hint);
}
