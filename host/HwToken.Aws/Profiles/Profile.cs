// A profile, and the way from it to the long-term keys.
using HwToken.Aws.Model;

namespace HwToken.Aws.Profiles;

/// <summary>A profile as the AWS CLI sees it: the config file's keys, and over them the credentials file's.</summary>
public sealed class Profile
{
    private readonly Dictionary<string, string> _keys = new(StringComparer.OrdinalIgnoreCase);

    internal Profile(string name, IEnumerable<(string Path, IReadOnlyDictionary<string, string> Keys)> sources)
    {
        Name = name;
        foreach ((string path, IReadOnlyDictionary<string, string> keys) in sources)
        {
            foreach ((string key, string value) in keys.Where(pair => pair.Value.Length > 0))
            {
                _keys[key] = value;
                KeyFile = key.Equals("aws_access_key_id", StringComparison.OrdinalIgnoreCase) ? path : KeyFile;
            }
        }
    }

    public string Name { get; }

    public string? AccessKeyId => this["aws_access_key_id"];

    public string? SecretAccessKey => this["aws_secret_access_key"];

    public bool HasSessionToken => this["aws_session_token"] is not null;

    /// <summary>The file that has <see cref="AccessKeyId"/>.</summary>
    public string? KeyFile { get; }

    public string? MfaSerial => this["mfa_serial"];

    public string? RoleArn => this["role_arn"];

    public string? RoleSessionName => this["role_session_name"];

    public string? ExternalId => this["external_id"];

    public string? SourceProfile => this["source_profile"];

    /// <summary>Seconds, as written.</summary>
    public string? DurationSeconds => this["duration_seconds"];

    public string? Region => this["region"];

    public string? CredentialProcess => this["credential_process"];

    /// <summary>Path of a PEM file.</summary>
    public string? CaBundle => this["ca_bundle"];

    public string? EndpointUrl => this["endpoint_url"];

    /// <summary>The name of the config file's <c>[services name]</c> that has the endpoints of single services.</summary>
    public string? Services => this["services"];

    /// <summary>Whether it signs in through IAM Identity Center, as <c>aws configure sso</c> writes it.</summary>
    public bool UsesIdentityCenter => (this["sso_session"] ?? this["sso_start_url"]) is not null;

    /// <summary>Whose console sign-in <c>aws login</c> has stored: the ARN of a user or of a role's session.</summary>
    public string? LoginSession => this["login_session"];

    /// <summary>The name alone.</summary>
    public override string ToString() => Name;

    private string? this[string key] => _keys.GetValueOrDefault(key);
}

/// <summary>The way from a profile over source_profile to the one that has the long-term keys.</summary>
internal static class SourceChain
{
    /// <summary>The profiles on the way, in order; the last one has a key, or part of one.</summary>
    /// <param name="profile">Where it begins; null for <paramref name="source"/>.</param>
    /// <param name="source">Followed in place of the profile's own keys and source_profile.</param>
    /// <exception cref="AwsException">The way does not lead to keys.</exception>
    public static IReadOnlyList<Profile> Of(Profile? profile, string? source, ProfileFiles files)
    {
        List<Profile> chain = profile is null ? [] : [profile];
        string? next = profile is null ? source : source ?? NextAfter(profile);
        while (next is not null && next != chain.LastOrDefault()?.Name)
        {
            if (chain.Any(p => p.Name == next))
            {
                string way = string.Join(" -> ", chain.Select(p => p.Name).Append(next));
                throw new AwsException(
                    FailureKind.SourceProfileLoop,
                    $"source_profile forms a loop: {way}",
                    "let it end at the profile that has the long-term keys");
            }

            Profile found = files.Get(next, chain.LastOrDefault());
            chain.Add(found);
            next = found.AccessKeyId is null ? found.SourceProfile : null;
            RefuseRole(found);
        }

        return chain;
    }

    /// <exception cref="AwsException">The last profile has no long-term key.</exception>
    public static LongTermKey LongTermKeyOf(IReadOnlyList<Profile> chain)
    {
        Profile profile = chain[^1];
        if (profile is not { AccessKeyId: { } id, SecretAccessKey: { } secret })
        {
            string message = profile switch
            {
                { AccessKeyId: null, SecretAccessKey: null, UsesIdentityCenter: true } =>
                    $"profile {profile.Name} signs in through IAM Identity Center, without long-term keys",
                { AccessKeyId: null, SecretAccessKey: null, LoginSession: not null } =>
                    $"profile {profile.Name} signs in with 'aws login', without long-term keys",
                { AccessKeyId: not null } => $"profile {profile.Name} has aws_access_key_id and no aws_secret_access_key",
                { SecretAccessKey: not null } => $"profile {profile.Name} has aws_secret_access_key and no aws_access_key_id",
                _ => $"profile {profile.Name} has no long-term keys",
            };

            // Keys beside a credential_process would be used without an MFA code.
            throw new AwsException(FailureKind.KeysMissing, message, profile switch
            {
                { UsesIdentityCenter: true } => SignIn("aws sso login", profile),
                { LoginSession: not null } => SignIn("aws login", profile),
                { CredentialProcess: null } => "aws configure writes both; source_profile names the profile that has them",
                _ => "add --source-profile, which names the profile that has them, and --mfa-serial to its credential_process",
            });
        }

        // ASIA begins the access key of a session, AKIA a user's own (IAM user guide, "IAM identifiers").
        return !profile.HasSessionToken && !id.StartsWith("ASIA", StringComparison.Ordinal)
            ? new LongTermKey(id, secret)
            : throw new AwsException(
                FailureKind.SessionKeys,
                $"profile {profile.Name} has the keys of a session, and STS takes no session keys with an MFA code",
                "use the user's own keys, whose aws_access_key_id begins with AKIA");
    }

    private static string SignIn(string command, Profile profile) =>
        $"use it without hwtoken: {command} --profile {profile.Name}; hwtoken needs the keys of an IAM user";

    // A profile with a role signs in with its source's keys, whatever keys it has itself, as in the AWS CLI.
    private static string? NextAfter(Profile profile) =>
        profile.RoleArn is not null || profile.AccessKeyId is null ? profile.SourceProfile : null;

    private static void RefuseRole(Profile source)
    {
        if (source is { RoleArn: not null, AccessKeyId: null })
        {
            throw new AwsException(
                FailureKind.RoleChain,
                $"source_profile {source.Name} assumes a role itself",
                "name the profile that has the long-term keys: a role is assumed with them and the MFA code at once");
        }
    }
}

/// <summary>An IAM user's own access key: good until somebody deletes it.</summary>
public sealed record LongTermKey(string AccessKeyId, string SecretAccessKey)
{
    /// <summary>Without the secret.</summary>
    public override string ToString() => AccessKeyId;
}
