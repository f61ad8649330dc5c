namespace HwToken.Aws.Formats;

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
