namespace HwToken.Client.Accounts;

/// <summary>The command that gives an account another name, for hints: whatever shell it is copied into reads it alike.</summary>
public static class RenameCommand
{
    private const string Plain = "._@:+=/-";

    /// <summary>Within quotes, besides the above.</summary>
    private const string Quoted = " ,";

    /// <returns>Null where a shell might read a name otherwise: it came from a QR code, and who knows who made that.</returns>
    public static string? Of(string name, string newName) =>
        Argument(name) is { } old && Argument(newName) is { } wanted ? $"hwtoken accounts rename {old} {wanted}" : null;

    private static string? Argument(string name)
    {
        bool isPlain = name.All(c => char.IsLetterOrDigit(c) || Plain.Contains(c));
        bool isHarmless = name.Length > 0 && char.IsLetterOrDigit(name[0])
            && name.All(c => char.IsLetterOrDigit(c) || Plain.Contains(c) || Quoted.Contains(c));
        return !isHarmless ? null : isPlain ? name : $"\"{name}\"";
    }
}
