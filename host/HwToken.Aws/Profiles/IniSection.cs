namespace HwToken.Aws.Profiles;

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
