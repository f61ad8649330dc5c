using System.CommandLine;
using System.CommandLine.Parsing;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Base;
using HwToken.Cli.Help;
using HwToken.Cli.Options;

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
