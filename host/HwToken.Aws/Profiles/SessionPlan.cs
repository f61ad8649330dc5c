// A request with everything filled in from profiles and environment.
using System.Globalization;
using HwToken.Aws.Model;
using HwToken.Aws.Network;
using HwToken.Base;

namespace HwToken.Aws.Profiles;

/// <summary>Puts a request, the profiles and the environment together.</summary>
internal sealed class SessionPlanner(HostEnvironment environment, ProfileFiles files)
{
    /// <exception cref="AwsException">They do not add up to a session.</exception>
    public SessionPlan Plan(SessionRequest request)
    {
        string? name = request.Profile ?? (request.SourceProfile is null ? environment.DefaultProfile : null);
        Profile? profile = name is null ? null : files.Get(name);
        RefuseKeysBesideProcess(profile);

        IReadOnlyList<Profile> chain = SourceChain.Of(profile, request.SourceProfile, files);
        LongTermKey longTermKey = SourceChain.LongTermKeyOf(chain);

        string? roleArn = request.RoleArn ?? profile?.RoleArn;
        Arn? role = roleArn is null ? null : ProfileArn.Role(roleArn);
        string mfaSerial = request.MfaSerial ?? First(chain, p => p.MfaSerial) ?? throw NoMfaSerial(chain);
        Arn device = ProfileArn.MfaDevice(mfaSerial);

        string? region = request.Region ?? environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"]
            ?? First(chain, p => p.Region);
        string? endpoint = request.EndpointUrl ?? environment["AWS_ENDPOINT_URL_STS"]
            ?? environment["AWS_ENDPOINT_URL"] ?? First(chain, files.StsEndpoint);
        return new SessionPlan
        {
            Name = profile?.Name ?? role?.Name ?? chain[0].Name,
            LongTermKey = longTermKey,
            Key = new SessionKey
            {
                AccessKeyId = longTermKey.AccessKeyId,
                MfaSerial = mfaSerial,
                RoleArn = roleArn,
                RoleSessionName = role is null ? null : SessionName(profile),
                ExternalId = role is null ? null : profile?.ExternalId,
                DurationSeconds = SessionDuration.Resolve(request.Duration, profile?.DurationSeconds, role is not null),
                Region = StsLocation.CheckRegion(region ?? StsLocation.DefaultRegion(device.Partition)),
                Endpoint = endpoint is null ? null : StsLocation.CheckEndpoint(endpoint),
            },
            Region = region,
            CaBundle = CaBundle(request, chain),
            Proxy = new EnvironmentProxy(environment),
        };
    }

    private CaBundle? CaBundle(SessionRequest request, IReadOnlyList<Profile> chain)
    {
        const string variable = "AWS_CA_BUNDLE";
        if (environment[variable] is { } path)
        {
            return new CaBundle(environment.ExpandPath(path), variable);
        }

        IEnumerable<Profile> profiles = request.CallersProfile is { } caller ? chain.Prepend(files.Get(caller)) : chain;
        return profiles.FirstOrDefault(p => p.CaBundle is not null) is { } profile
            ? new CaBundle(environment.ExpandPath(profile.CaBundle!), $"ca_bundle of profile {profile.Name}")
            : null;
    }

    private string SessionName(Profile? profile) =>
        profile?.RoleSessionName is { } name
            ? RoleSessionName.Check(name)
            : RoleSessionName.FromUserName(environment.UserName);

    private static string? First(IEnumerable<Profile> chain, Func<Profile, string?> value) =>
        chain.Select(value).FirstOrDefault(v => v is not null);

    private static void RefuseKeysBesideProcess(Profile? profile)
    {
        // Callers that find keys under a profile use them and never run its process: the owner would believe in an
        // MFA that is not asked for.
        if (profile is { CredentialProcess: not null, AccessKeyId: not null })
        {
            throw new AwsException(
                FailureKind.KeysBesideProcess,
                $"profile {profile.Name} has keys besides its credential_process, and the AWS CLI takes the keys",
                $"in {profile.KeyFile}, move the keys to a profile of their own, and name it with --source-profile in the credential_process");
        }
    }

    private static AwsException NoMfaSerial(IReadOnlyList<Profile> chain) => new(
        FailureKind.MfaSerialMissing,
        $"no mfa_serial in {string.Join(" or ", chain.Select(p => "profile " + p.Name))}",
        "add mfa_serial = arn:aws:iam::...:mfa/...: aws iam list-mfa-devices shows it");
}

/// <summary>A request with everything filled in from profiles and environment: enough to find the session or to fetch it.</summary>
internal sealed record SessionPlan
{
    /// <summary>What the owner knows the session by: the profile, or the role where there is none.</summary>
    public required string Name { get; init; }

    public required LongTermKey LongTermKey { get; init; }

    public required SessionKey Key { get; init; }

    /// <summary>The region that the session's users are told of. Null where nobody named one.</summary>
    public string? Region { get; init; }

    /// <summary>The authorities to trust in place of the system's. Null: the system's.</summary>
    public CaBundle? CaBundle { get; init; }

    /// <summary>Null: no proxy, whatever the environment says.</summary>
    public EnvironmentProxy? Proxy { get; init; }
}

/// <summary>Everything that makes one session another session. Nothing of it is secret.</summary>
internal sealed record SessionKey
{
    public required string AccessKeyId { get; init; }

    public required string MfaSerial { get; init; }

    public string? RoleArn { get; init; }

    public string? RoleSessionName { get; init; }

    public string? ExternalId { get; init; }

    public required int DurationSeconds { get; init; }

    public required string Region { get; init; }

    public string? Endpoint { get; init; }

    /// <summary>Sixteen hex digits for a file's name. Two keys may share them: a file holds its key besides.</summary>
    public string ShortName =>
        ShortNames.Of(
            AccessKeyId, MfaSerial, RoleArn, RoleSessionName, ExternalId,
            DurationSeconds.ToString(CultureInfo.InvariantCulture), Region, Endpoint);
}
