using System.Globalization;

namespace HwToken.Cli.Output;

/// <summary>
/// Text from elsewhere (a token, a server, a file name) as it may be shown: a control character would let its author
/// move the cursor, colour or retitle the reader's terminal, and a direction mark would let it pretend.
/// </summary>
internal static class Printable
{
    public static string Of(string text) =>
        text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : string.Concat(text.Select(c => IsHarmless(c) ? c : '\uFFFD'));

    private static bool IsHarmless(char c) =>
        CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);
}
