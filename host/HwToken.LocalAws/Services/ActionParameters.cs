namespace HwToken.LocalAws.Services;

/// <summary>The parameters of one call, each at most once.</summary>
internal sealed class ActionParameters
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <exception cref="AwsException">A parameter is given twice: which one would count?</exception>
    internal ActionParameters(IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach ((string name, string value) in values)
        {
            if (!_values.TryAdd(name, value))
            {
                throw AwsException.MalformedInput($"The parameter {name} was given more than once.");
            }
        }
    }

    /// <summary>The value, which may be empty, or null if the parameter is absent.</summary>
    internal string? Find(string name) => _values.GetValueOrDefault(name);
}
