namespace HwToken.LocalAws.Services;

/// <summary>What AWS allows as a parameter's text (the shapes of the API reference).</summary>
/// <param name="Pattern">As AWS prints it; \w and \d mean ASCII.</param>
/// <param name="Allows">The same, for one character.</param>
internal sealed record TextConstraint(int MinLength, int MaxLength, string Pattern, Func<char, bool> Allows)
{
    /// <summary>\w and some more characters.</summary>
    internal static Func<char, bool> WordOr(string others) =>
        c => char.IsAsciiLetterOrDigit(c) || c == '_' || others.Contains(c);
}
