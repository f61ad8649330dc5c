// The options of the commands that get a session.
using System.CommandLine;
using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Base;
using HwToken.Cli.Output;
using HwToken.Cli.Running;

namespace HwToken.Cli.Sessions;

/// <summary>Which session is meant; what is null comes from the profile or the environment.</summary>
internal sealed record SessionInput
{
    /// <summary>Of a command, null only where <see cref="SourceProfile"/> says which keys: then no profile adds anything.</summary>
    public string? Profile { get; init; }

    public string? SourceProfile { get; init; }

    public string? MfaSerial { get; init; }

    public string? RoleArn { get; init; }

    public TimeSpan? Duration { get; init; }

    public string? EndpointUrl { get; init; }

    public string? Region { get; init; }

    public SessionRequest ToRequest() => new()
    {
        Profile = Profile,
        SourceProfile = SourceProfile,
        MfaSerial = MfaSerial,
        RoleArn = RoleArn,
        Duration = Duration,
        Region = Region,
        EndpointUrl = EndpointUrl,
    };
}

/// <summary>The argument and the options behind <see cref="SessionInput"/>, which override the profile's keys.</summary>
internal sealed class SessionOptions
{
    private readonly Host _host;

    private readonly Argument<string?> _profile = new("PROFILE")
    {
        Description = "A profile of the AWS config or credentials file [default: $AWS_PROFILE]",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _sourceProfile = new("--source-profile")
    {
        Description = "The profile that has the long-term keys [default: the profile's source_profile]",
        HelpName = "PROFILE",
    };

    private readonly Option<string?> _mfaSerial = new("--mfa-serial")
    {
        Description = "The ARN of the MFA device, which names the account on the token [default: the profile's mfa_serial]",
        HelpName = "ARN",
    };

    private readonly Option<string?> _roleArn = new("--role-arn")
    {
        Description = "The role to assume, directly with the MFA code, so that it may last 12 hours [default: the profile's role_arn]",
        HelpName = "ARN",
    };

    private readonly Option<string?> _duration = new("--duration")
    {
        Description = "How long the session is to last, such as 900, 15m, 12h or 1h30m "
            + "[default: the profile's duration_seconds, or 12h, or 1h for a role]",
        HelpName = "TIME",
    };

    private readonly Option<string?> _endpointUrl = new("--endpoint-url")
    {
        Description = "Ask this server instead of AWS STS [default: $AWS_ENDPOINT_URL_STS, $AWS_ENDPOINT_URL, the profile]",
        HelpName = "URL",
    };

    private readonly Option<string?> _region = new("--region")
    {
        Description = "The AWS region whose STS is asked [default: $AWS_REGION, the profile]",
        HelpName = "REGION",
    };

    public SessionOptions(Host host)
    {
        _host = host;
        _profile.CompletionSources.Add(_ => ProfileNames(host));
        _sourceProfile.CompletionSources.Add(_ => ProfileNames(host));
    }

    public void AddTo(Command command)
    {
        command.Arguments.Add(_profile);
        command.Options.Add(_sourceProfile);
        command.Options.Add(_mfaSerial);
        command.Options.Add(_roleArn);
        command.Options.Add(_duration);
        command.Options.Add(_endpointUrl);
        command.Options.Add(_region);
    }

    public SessionInput Read(ParseResult parse) => WithDefault(ReadAsWritten(parse));

    /// <param name="profile">In the place of the argument, for a command line that it alone does not understand.</param>
    public SessionInput Read(ParseResult parse, string? profile) => WithDefault(ReadAsWritten(parse) with { Profile = profile });

    /// <summary>Without what the environment adds, for a line of a config file.</summary>
    public SessionInput ReadAsWritten(ParseResult parse) => new()
    {
        Profile = parse.GetValue(_profile),
        SourceProfile = parse.GetValue(_sourceProfile),
        MfaSerial = parse.GetValue(_mfaSerial),
        RoleArn = parse.GetValue(_roleArn),
        Duration = parse.GetValue(_duration) is string duration ? Duration.Parse(duration) : null,
        EndpointUrl = parse.GetValue(_endpointUrl),
        Region = parse.GetValue(_region),
    };

    private SessionInput WithDefault(SessionInput input) => input.Profile is null && input.SourceProfile is null
        ? input with { Profile = HostEnvironment.Of(_host.Environment).DefaultProfile }
        : input;

    /// <summary>For a shell that completes a word: none where they cannot be read, since nobody would see why.</summary>
    public static IEnumerable<string> ProfileNames(Host host)
    {
        try
        {
            return new ProfileFiles(HostEnvironment.Of(host.Environment)).Names;
        }
        catch (AwsException)
        {
            return [];
        }
    }
}
