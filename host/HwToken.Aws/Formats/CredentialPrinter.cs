// Session credentials as text: the formats of aws configure export-credentials, and ini.
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HwToken.Aws.Model;

namespace HwToken.Aws.Formats;

/// <summary>Prints a session for other programs, as <c>aws configure export-credentials</c> does.</summary>
public static class CredentialPrinter
{
    private static readonly JsonWriterOptions ProcessJson = new()
    {
        Indented = true,
        NewLine = "\n",
        // Keys are base64: the default writes a + as an escape sequence, which is right and which nobody expects.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="section">The name of the section, for <see cref="CredentialFormat.Ini"/>.</param>
    /// <returns>Whole lines, each with a line feed at its end.</returns>
    /// <exception cref="AwsException">The format has no way to write one of the values.</exception>
    public static string Print(CredentialFormat format, SessionCredentials credentials, string? region, string section)
    {
        if (format == CredentialFormat.Process)
        {
            return Process(credentials);
        }

        if (format == CredentialFormat.Ini)
        {
            return Ini(credentials, region, section);
        }

        IEnumerable<string> lines = SessionVariables.Of(credentials, region).Select(v => Line(format, v.Key, v.Value));
        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static string Line(CredentialFormat format, string name, string value) => format switch
    {
        CredentialFormat.Env => $"export {name}={ShellQuoting.Posix(value)}",
        CredentialFormat.EnvNoExport => $"{name}={ShellQuoting.Posix(value)}",
        CredentialFormat.PowerShell => $"$Env:{name}={ShellQuoting.PowerShell(value)}",
        CredentialFormat.WindowsCmd => $"set {ShellQuoting.CmdAssignment(name, value)}",
        CredentialFormat.Fish => $"set -gx {name} {ShellQuoting.Fish(value)}",
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "not a format of lines"),
    };

    // AWS SDKs and Tools reference guide, "Process credential provider".
    private static string Process(SessionCredentials credentials)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json, ProcessJson))
        {
            writer.WriteStartObject();
            writer.WriteNumber("Version", 1);
            writer.WriteString("AccessKeyId", credentials.AccessKeyId);
            writer.WriteString("SecretAccessKey", credentials.SecretAccessKey);
            writer.WriteString("SessionToken", credentials.SessionToken);
            writer.WriteString("Expiration", Timestamp.Of(credentials.Expiration));
            if (credentials.AccountId is { } account)
            {
                writer.WriteString("AccountId", account);
            }

            writer.WriteEndObject();
        }

        Span<byte> bytes = json.GetBuffer().AsSpan(0, (int)json.Length);
        string text = Encoding.UTF8.GetString(bytes) + "\n";
        bytes.Clear();
        return text;
    }

    private static string Ini(SessionCredentials credentials, string? region, string section)
    {
        string text = $"""
            [{section}]
            aws_access_key_id = {credentials.AccessKeyId}
            aws_secret_access_key = {credentials.SecretAccessKey}
            aws_session_token = {credentials.SessionToken}
            aws_credential_expiration = {Timestamp.Of(credentials.Expiration)}

            """.ReplaceLineEndings("\n");
        return region is null ? text : $"{text}region = {region}\n";
    }
}

/// <summary>The forms of <c>aws configure export-credentials --format</c>, and <c>ini</c>.</summary>
public enum CredentialFormat
{
    /// <summary>What credential_process prints.</summary>
    Process,

    /// <summary>For the Bourne shell and its kin.</summary>
    Env,

    EnvNoExport,

    PowerShell,

    WindowsCmd,

    Fish,

    /// <summary>A section of a credentials file.</summary>
    Ini,
}

/// <summary>The formats' names on a command line.</summary>
public static class CredentialFormatName
{
    private static readonly (string Name, CredentialFormat Format)[] Named =
    [
        ("process", CredentialFormat.Process),
        ("json", CredentialFormat.Process),
        ("env", CredentialFormat.Env),
        ("env-no-export", CredentialFormat.EnvNoExport),
        ("powershell", CredentialFormat.PowerShell),
        ("windows-cmd", CredentialFormat.WindowsCmd),
        ("fish", CredentialFormat.Fish),
        ("ini", CredentialFormat.Ini),
    ];

    public static IReadOnlyList<string> All { get; } = [.. Named.Select(n => n.Name)];

    public static CredentialFormat? Parse(string name) =>
        Named.Where(n => n.Name == name).Select(n => (CredentialFormat?)n.Format).FirstOrDefault();
}

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

internal static class Timestamp
{
    /// <summary>ISO 8601 in UTC, seconds, with the Z that every SDK reads. The AWS CLI writes +00:00, and Java 8 reads none.</summary>
    public static string Of(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
