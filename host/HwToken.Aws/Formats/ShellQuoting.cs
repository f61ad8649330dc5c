using System.Buffers;

namespace HwToken.Aws.Formats;

/// <summary>Values as shells take them literally. What needs no quotes gets none, as in the AWS CLI.</summary>
internal static class ShellQuoting
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+=_.:@-");

    // PowerShell ends a double-quoted string at the typographic quotes too (about_Quoting_Rules).
    private static readonly SearchValues<char> SpecialInPowerShell = SearchValues.Create("\"$`\u201C\u201D\u201E");

    private static readonly SearchValues<char> HopelessInCmd = SearchValues.Create("\"%\r\n\0");

    /// <summary>POSIX shell command language, section 2.2.2: within single quotes everything but a single quote is itself.</summary>
    public static string Posix(string value) =>
        IsPlain(value) ? value : $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    /// <summary>As above, but within single quotes a backslash takes away the meaning of itself and of the quote.</summary>
    public static string Fish(string value) =>
        IsPlain(value)
            ? value
            : $"'{value.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("'", @"\'", StringComparison.Ordinal)}'";

    /// <summary>With double quotes, as the AWS CLI writes it.</summary>
    public static string PowerShell(string value) =>
        $"\"{string.Concat(value.Select(c => SpecialInPowerShell.Contains(c) ? $"`{c}" : c.ToString()))}\"";

    /// <summary>A whole assignment: cmd.exe takes quotes around the name too, and around the value alone into the value.</summary>
    /// <exception cref="AwsException">cmd.exe has no way to write such a value.</exception>
    public static string CmdAssignment(string name, string value)
    {
        if (value.AsSpan().ContainsAny(HopelessInCmd))
        {
            throw new AwsException(
                FailureKind.BadAnswer, $"{name} has a character that cmd.exe cannot take", "use another --format");
        }

        return IsPlain(value) ? $"{name}={value}" : $"\"{name}={value}\"";
    }

    private static bool IsPlain(string value) => value.Length > 0 && !value.AsSpan().ContainsAnyExcept(Plain);
}
