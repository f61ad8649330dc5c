using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using HwToken.Aws.Sessions;

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
