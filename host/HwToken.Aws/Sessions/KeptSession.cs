using HwToken.Aws.Cache;
using HwToken.Base;

namespace HwToken.Aws.Sessions;

/// <summary>A session in the cache, without its secrets.</summary>
public sealed record KeptSession
{
    internal KeptSession(CachedSession session, IReadOnlyList<string> profiles)
    {
        SessionKey key = session.Key;
        Profiles = profiles;
        MfaSerial = key.MfaSerial;
        RoleArn = key.RoleArn;
        Region = key.Region;
        EndpointUrl = key.Endpoint;
        AccessKeyId = session.Credentials.AccessKeyId;
        AccountId = session.Credentials.AccountId;
        Expiration = session.Credentials.Expiration;
        Identity = key.RoleArn is { } role && Arn.TryParse(role) is { } arn
            ? $"arn:{arn.Partition}:sts::{arn.AccountId}:assumed-role/{arn.Name}/{key.RoleSessionName}"
            : key.MfaSerial;
    }

    /// <summary>The profiles that get it now, or the name that asked for it first where none does. Never empty.</summary>
    public IReadOnlyList<string> Profiles { get; }

    /// <summary>
    /// The role's session, by the ARN that GetCallerIdentity shows; or for a user's own, whose ARN STS does not give, the
    /// MFA device.
    /// </summary>
    public string Identity { get; }

    public string MfaSerial { get; }

    public string? RoleArn { get; }

    public string AccessKeyId { get; }

    /// <summary>Twelve digits. Null where STS did not say.</summary>
    public string? AccountId { get; }

    /// <summary>Whose STS was asked.</summary>
    public string Region { get; }

    /// <summary>Of an STS that is not AWS's own.</summary>
    public string? EndpointUrl { get; }

    /// <summary>UTC, whole seconds.</summary>
    public DateTimeOffset Expiration { get; }
}
