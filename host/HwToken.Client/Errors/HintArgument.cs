// Commands in hints, safe to copy into any shell.

namespace HwToken.Client.Errors;

/// <summary>An argument of a command that stands in a hint: whatever shell it is copied into reads it alike.</summary>
public static class HintArgument
{
    private const string Plain = "._@:+=/-";

    /// <summary>Within quotes, besides the above.</summary>
    private const string Quoted = " ,";

    /// <returns>Null where a shell might read it otherwise: a name may come from a QR code, and who knows who made that.</returns>
    public static string? TryOf(string value)
    {
        bool isPlain = value.All(c => char.IsLetterOrDigit(c) || Plain.Contains(c));
        bool isHarmless = value.Length > 0 && (char.IsLetterOrDigit(value[0]) || value[0] == '/')
            && value.All(c => char.IsLetterOrDigit(c) || Plain.Contains(c) || Quoted.Contains(c));
        return !isHarmless ? null : isPlain ? value : $"\"{value}\"";
    }

    /// <param name="placeholder">What stands there where a shell might read it otherwise.</param>
    public static string Of(string value, string placeholder) => TryOf(value) ?? placeholder;
}

/// <summary>The command that gives an account another name, for hints.</summary>
public static class RenameCommand
{
    /// <returns>Null where a shell might read a name otherwise.</returns>
    public static string? Of(string name, string newName) =>
        HintArgument.TryOf(name) is { } old && HintArgument.TryOf(newName) is { } wanted
            ? $"hwtoken accounts rename {old} {wanted}"
            : null;
}
