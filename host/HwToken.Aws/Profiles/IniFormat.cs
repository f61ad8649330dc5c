// The form of the AWS config files.
namespace HwToken.Aws.Profiles;

/// <summary>Reads the form of the AWS config files: what Python's configparser takes, which the AWS CLI reads them with.</summary>
/// <remarks>
/// The SDK's own reader refuses what the CLI takes: a comment behind a section, and <c>key: value</c>. Two things that
/// the CLI does not take are taken as the SDKs take them: a section that comes twice, and one that is indented more
/// than the key above it.
/// </remarks>
internal static class IniReader
{
    /// <summary>Whose keys every other section has too.</summary>
    private const string Defaults = "DEFAULT";

    /// <returns>In the order of the file.</returns>
    /// <exception cref="IniLineException">A line has no form that a file of this kind knows.</exception>
    public static IReadOnlyList<IniSection> Read(IEnumerable<string> lines)
    {
        Dictionary<string, IniSection> sections = new(StringComparer.Ordinal);
        IniSection? section = null;
        string? key = null;
        int number = 0;
        int keyIndent = 0;
        foreach (string line in lines)
        {
            number++;
            string text = line.Trim();
            int indent = line.Length - line.TrimStart().Length;
            if (text.Length == 0 || text[0] is '#' or ';')
            {
                continue;
            }

            if (HeaderOf(text) is { } header)
            {
                if (!sections.TryGetValue(header, out section))
                {
                    sections[header] = section = new IniSection(header);
                }

                key = null;
            }
            else if (section is null)
            {
                throw new IniLineException(number, isAboveSections: true);
            }
            else if (key is not null && indent > keyIndent)
            {
                section.Continue(key, text);
            }
            else
            {
                // As configparser has it, the first of the two ends the key: the value may hold both.
                int end = text.AsSpan().IndexOfAny('=', ':');
                if (end <= 0)
                {
                    throw new IniLineException(number, isAboveSections: false);
                }

                key = text[..end].TrimEnd();
                keyIndent = indent;
                section.Add(key, text[(end + 1)..].TrimStart(), number);
            }
        }

        if (sections.Remove(Defaults, out IniSection? defaults))
        {
            foreach (IniSection other in sections.Values)
            {
                other.Inherit(defaults);
            }
        }

        return [.. sections.Values];
    }

    /// <summary>Up to the last bracket of the line; what is behind it is a comment, whatever it looks like.</summary>
    private static string? HeaderOf(string text) =>
        text[0] == '[' && text.LastIndexOf(']') is > 1 and var end ? text[1..end].Trim() : null;
}

/// <summary>What stands under one header of an INI file.</summary>
/// <param name="header">What is between the brackets.</param>
internal sealed class IniSection(string header)
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Dictionary<string, string>> _nested = new(StringComparer.OrdinalIgnoreCase);

    public string Header => header;

    /// <summary>The keys, whatever their case, without those that are <see cref="Nested"/>.</summary>
    public IReadOnlyDictionary<string, string> Keys => _keys;

    /// <summary>The line that has a key for the second time, counted from 1; null where none has.</summary>
    public int? RepeatingLine { get; private set; }

    /// <summary>The keys below a key that has nothing beside it, such as a service's; null where there are none.</summary>
    public IReadOnlyDictionary<string, string>? Nested(string key) => _nested.GetValueOrDefault(key);

    public void Add(string key, string value, int line)
    {
        if (!_keys.TryAdd(key, value))
        {
            RepeatingLine ??= line;
        }
    }

    /// <summary>Takes an indented line, which goes on with the key above it.</summary>
    public void Continue(string key, string text)
    {
        if (_keys.TryGetValue(key, out string? value) && value.Length > 0)
        {
            _keys[key] = $"{value}\n{text}";
            return;
        }

        _keys.Remove(key);
        if (!_nested.TryGetValue(key, out Dictionary<string, string>? below))
        {
            _nested[key] = below = new(StringComparer.OrdinalIgnoreCase);
        }

        if (text.IndexOf('=', StringComparison.Ordinal) is >= 0 and var end)
        {
            below[text[..end].TrimEnd()] = text[(end + 1)..].TrimStart();
        }
    }

    /// <summary>Takes from another section what this one does not say.</summary>
    public void Inherit(IniSection other)
    {
        foreach ((string key, string value) in other._keys.Where(pair => !_nested.ContainsKey(pair.Key)))
        {
            _keys.TryAdd(key, value);
        }
    }
}

/// <summary>A line of an INI file that has no form.</summary>
/// <param name="line">Its number, counted from 1. Its text may be half of a secret, and goes no further.</param>
/// <param name="isAboveSections">It is above the first section.</param>
internal sealed class IniLineException(int line, bool isAboveSections) : Exception
{
    public int Line => line;

    public bool IsAboveSections => isAboveSections;
}
