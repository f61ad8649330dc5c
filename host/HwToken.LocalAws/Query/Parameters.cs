// The parameters of an action, and AWS's checks of them.
using System.Globalization;
using HwToken.LocalAws.Errors;

namespace HwToken.LocalAws.Query;

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

/// <summary>What AWS allows as a parameter's text (the shapes of the API reference).</summary>
/// <param name="Pattern">As AWS prints it; \w and \d mean ASCII.</param>
/// <param name="Allows">The same, for one character.</param>
internal sealed record TextConstraint(int MinLength, int MaxLength, string Pattern, Func<char, bool> Allows)
{
    /// <summary>\w and some more characters.</summary>
    internal static Func<char, bool> WordOr(string others) =>
        c => char.IsAsciiLetterOrDigit(c) || c == '_' || others.Contains(c);
}

/// <summary>Reads an action's parameters and collects what is wrong with them, to say all of it at once as AWS does.</summary>
/// <remarks>The messages repeat the values, as AWS's do, even that of a TokenCode: callers must not log them unread.</remarks>
internal sealed class ParameterChecks(ActionParameters parameters)
{
    private readonly List<string> _violations = [];

    internal string RequiredText(string name, TextConstraint constraint)
    {
        string? value = Text(name, constraint);
        if (value is null)
        {
            _violations.Add($"Value null at '{Member(name)}' failed to satisfy constraint: Member must not be null");
        }

        return value ?? "";
    }

    internal string? Text(string name, TextConstraint constraint)
    {
        string? value = parameters.Find(name);
        if (value is null)
        {
            return null;
        }

        var (min, max, pattern, allows) = constraint;
        Require(value.Length >= min, name, value, $"have length greater than or equal to {min}");
        Require(value.Length <= max, name, value, $"have length less than or equal to {max}");
        Require(value.All(allows), name, value, $"satisfy regular expression pattern: {pattern}");
        return value;
    }

    /// <exception cref="AwsException">The text is no integer of 32 bits.</exception>
    internal int? Integer(string name, int min, int max)
    {
        string? text = parameters.Find(name);
        if (text is null)
        {
            return null;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value))
        {
            throw AwsException.MalformedInput($"The parameter {name} is not an integer.");
        }

        Require(value >= min, name, text, $"have value greater than or equal to {min}");
        Require(value <= max, name, text, $"have value less than or equal to {max}");
        return value;
    }

    /// <exception cref="AwsException">Something was wrong.</exception>
    internal void ThrowIfAny()
    {
        if (_violations.Count > 0)
        {
            string errors = _violations.Count == 1 ? "error" : "errors";
            throw AwsException.ValidationError(
                $"{_violations.Count} validation {errors} detected: {string.Join("; ", _violations)}");
        }
    }

    // AWS names the members of its model, not the parameters: durationSeconds for DurationSeconds.
    private static string Member(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private void Require(bool holds, string name, string value, string what)
    {
        if (!holds)
        {
            _violations.Add($"Value '{value}' at '{Member(name)}' failed to satisfy constraint: Member must {what}");
        }
    }
}
