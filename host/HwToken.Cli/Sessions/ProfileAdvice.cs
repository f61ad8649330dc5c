using HwToken.Aws.Profiles;

namespace HwToken.Cli.Sessions;

/// <summary>What to tell of a profile whose credential_process runs hwtoken, and which some SDKs cannot load.</summary>
/// <remarks>
/// The SDKs for Go (1.44, 2 1.17) take no source_profile beside a credential_process; version 1, and 2 before its reader
/// was written again, run of one that begins with a quote only what is in the quotes. The SDK for .NET (4.0) takes neither
/// source_profile nor mfa_serial. CallerTests has them do so.
/// </remarks>
/// <param name="Message">Which SDKs.</param>
/// <param name="Hint">The line to write instead, whole.</param>
internal sealed record ProfileAdvice(string Message, string Hint)
{
    /// <returns>Null where every SDK loads it, or where it does not run hwtoken.</returns>
    public static ProfileAdvice? On(string name, Host host)
    {
        // With a role_arn callers assume the role themselves: that is another profile's form.
        if (ProcessLine.Find(name, host) is not { RoleArn: null } profile
            || ProcessLine.Parse(profile.CredentialProcess!, host) is not { } line)
        {
            return null;
        }

        string better = Rewrite(line, profile);
        bool isQuoted = profile.CredentialProcess![0] == '"' && better[0] != '"';
        bool isRefusedByGo = profile.SourceProfile is not null || isQuoted;
        bool isRefusedByDotNet = profile.SourceProfile is not null || profile.MfaSerial is not null;
        string sdks = isRefusedByGo && isRefusedByDotNet ? "SDKs for Go and .NET" : isRefusedByGo ? "SDKs for Go" : "SDK for .NET";
        string keys = string.Join(", ",
        [
            .. profile.SourceProfile is null ? (string[])[] : ["source_profile"],
            .. profile.MfaSerial is null ? (string[])[] : ["mfa_serial"],
            "credential_process",
        ]);
        return isRefusedByGo || isRefusedByDotNet
            ? new($"the AWS {sdks} cannot load profile {name}", $"in place of its {keys}, write: credential_process = {better}")
            : null;
    }

    /// <summary>The line, and on it what stands beside it, without quotes where none are needed.</summary>
    private static string Rewrite(ProcessLine.Line line, Profile profile)
    {
        List<string> words = [.. line.Words];
        // A line that names another profile means that one's keys.
        if (line.Input.Profile is null || line.Input.Profile == profile.Name)
        {
            words.AddRange(line.Input.SourceProfile is null && profile.SourceProfile is { } source ? ["--source-profile", source] : []);
            words.AddRange(line.Input.MfaSerial is null && profile.MfaSerial is { } serial ? ["--mfa-serial", serial] : []);
        }

        return string.Join(' ', words.Select(word => word.Any(char.IsWhiteSpace) ? $"\"{word}\"" : word));
    }
}
