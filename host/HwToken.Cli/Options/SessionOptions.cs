using System.CommandLine;
using HwToken.Aws;
using HwToken.Aws.Profiles;
using HwToken.Aws.Sessions;
using HwToken.Base;

namespace HwToken.Cli.Options;

/// <summary>Which session is meant; what is null comes from the profile or the environment.</summary>
internal sealed record SessionInput(string? Profile, string? SourceProfile, string? MfaSerial, string? RoleArn, TimeSpan? Duration)
{
    public SessionRequest ToRequest(GlobalInput global) => new()
    {
        Profile = Profile,
        SourceProfile = SourceProfile,
        MfaSerial = MfaSerial,
        RoleArn = RoleArn,
        Duration = Duration,
        Region = global.Region,
        EndpointUrl = global.EndpointUrl,
    };
}

/// <summary>The argument and the options behind <see cref="SessionInput"/>, which override the profile's keys.</summary>
internal sealed class SessionOptions
{
    private readonly Argument<string?> _profile;

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

    /// <param name="isProfileRequired">Else the options and the environment may say enough.</param>
    public SessionOptions(Host host, bool isProfileRequired)
    {
        _profile = new Argument<string?>("PROFILE")
        {
            Description = "A profile of the AWS config or credentials file" + (isProfileRequired ? "" : " [default: $AWS_PROFILE]"),
            Arity = isProfileRequired ? ArgumentArity.ExactlyOne : ArgumentArity.ZeroOrOne,
        };
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
    }

    public SessionInput Read(ParseResult parse) => new(
        parse.GetValue(_profile),
        parse.GetValue(_sourceProfile),
        parse.GetValue(_mfaSerial),
        parse.GetValue(_roleArn),
        parse.GetValue(_duration) is string duration ? Duration.Parse(duration) : null);

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
