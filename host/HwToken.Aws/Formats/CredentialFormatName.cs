namespace HwToken.Aws.Formats;

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
