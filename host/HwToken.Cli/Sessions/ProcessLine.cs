// A profile's credential_process line: what it asks for, and which SDKs cannot load the profile.
using System.CommandLine;
using System.CommandLine.Parsing;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Base;
using HwToken.Cli.Running;

namespace HwToken.Cli.Sessions;

/// <summary>
/// A profile that has nothing but a credential_process which runs hwtoken: what that line says is what the profile
/// means, to the other commands as to the AWS CLI. So they share the session, too.
/// </summary>
internal static class ProcessLine
{
    private const string Program = "hwtoken";
    private const string CommandName = "credential-process";

    /// <summary>The request of a profile's own line, or of the input as it is.</summary>
    /// <param name="input">Its options go before the line's.</param>
    /// <param name="region">The profile's own, which the line's session is then used in; null where it says nothing.</param>
    public static SessionRequest RequestOf(SessionInput input, CliContext context, out string? region)
    {
        region = null;
        SessionRequest request = input.ToRequest();
        if (input is not { Profile: { } name, SourceProfile: null }
            || Find(name, context.Host) is not { SourceProfile: null } profile
            || Parse(profile.CredentialProcess!, context.Host) is not { } line)
        {
            return request;
        }

        region = profile.Region;
        return request with
        {
            CallersProfile = profile.Name,
            Profile = line.Input.Profile,
            SourceProfile = line.Input.SourceProfile,
            MfaSerial = request.MfaSerial ?? line.Input.MfaSerial,
            RoleArn = request.RoleArn ?? line.Input.RoleArn,
            Duration = request.Duration ?? line.Input.Duration,
            Region = request.Region ?? line.Input.Region,
            EndpointUrl = request.EndpointUrl ?? line.Input.EndpointUrl,
        };
    }

    /// <summary>The profile whose credential_process its callers run.</summary>
    /// <returns>Null where it is not there, or has no such line, or keys that callers take instead.</returns>
    public static Profile? Find(string name, Host host)
    {
        try
        {
            Profile profile = new ProfileFiles(HostEnvironment.Of(host.Environment)).Get(name);
            return profile is { CredentialProcess: not null, AccessKeyId: null } ? profile : null;
        }
        catch (AwsException)
        {
            // Asking for the session says so, better than it could be said here.
            return null;
        }
    }

    /// <summary>A credential_process that runs hwtoken.</summary>
    /// <returns>Null where it runs something else, or cannot be understood.</returns>
    public static Line? Parse(string line, Host host)
    {
        string[] words = [.. CommandLineParser.SplitCommandLine(line)];
        if (words.Length == 0 || Path.GetFileNameWithoutExtension(words[0]) != Program || !words.Contains(CommandName))
        {
            return null;
        }

        var session = new SessionOptions(host);
        var command = new Command(CommandName);
        session.AddTo(command);
        var root = new RootCommand();
        root.Subcommands.Add(command);
        new GlobalOptions().AddTo(root);
        ParseResult parse = root.Parse(words[1..]);
        return UsageError.Of(parse) is null ? new Line(words, session.ReadAsWritten(parse)) : null;
    }

    /// <param name="Words">All of it, the program first.</param>
    internal sealed record Line(IReadOnlyList<string> Words, SessionInput Input);
}

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
