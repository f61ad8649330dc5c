namespace HwToken.LocalAws.Accounts;

/// <summary>The form of an access key id.</summary>
internal static class AccessKeyId
{
    // The lengths that the API references give; AWS's own ids have 20 characters.
    private const int MinLength = 16;
    private const int MaxLength = 128;

    internal static bool IsValid(string text) =>
        text.Length is >= MinLength and <= MaxLength
        && text[0] == 'A'
        && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));
}
