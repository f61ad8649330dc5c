using HwToken.Aws.Model;
using HwToken.Aws.Profiles;
using HwToken.Base;
using HwToken.Base.Files;

namespace HwToken.Aws.Cache;

/// <summary>The sessions that this user has at hand, one file each, and how the last attempt at each of them failed.</summary>
internal sealed class SessionCache(PrivateFolder folder, TimeProvider time)
{
    private const string SessionEnding = ".session.json";
    private const string FailureEnding = ".failure.json";

    /// <summary>
    /// botocore fetches a credential with 15 minutes or less to live again for every single request that it signs, so
    /// none is handed out that comes there within a minute.
    /// </summary>
    public static readonly TimeSpan RenewalMargin = TimeSpan.FromMinutes(16);

    public PrivateFolder Folder => folder;

    /// <summary>A session that has not ended, however soon it does.</summary>
    public CachedSession? Find(SessionKey key)
    {
        CachedSession? session = folder.Read(key.ShortName + SessionEnding, CacheJson.Default.CachedSession);
        return session is not null && session.Key == key && session.Credentials.Expiration > time.GetUtcNow()
            ? session
            : null;
    }

    /// <summary>Every session that has not ended.</summary>
    public IEnumerable<CachedSession> All() => folder.Names(SessionEnding)
        .Select(name => folder.Read(name, CacheJson.Default.CachedSession))
        .OfType<CachedSession>()
        .Where(session => session.Credentials.Expiration > time.GetUtcNow());

    /// <summary>Whether a session is good for a while yet, and nobody needs to be asked for another.</summary>
    public bool IsFresh(CachedSession session)
    {
        // A session of a quarter of an hour would never be fresh, and every call would ask for a press.
        TimeSpan half = TimeSpan.FromSeconds(session.Key.DurationSeconds) / 2;
        TimeSpan margin = half < RenewalMargin ? half : RenewalMargin;
        return session.Credentials.Expiration - time.GetUtcNow() > margin;
    }

    /// <exception cref="IOException">The disk is full, or <see cref="PrivateFolder.IsFault"/> otherwise.</exception>
    public void Save(CachedSession session)
    {
        folder.Write(session.Key.ShortName + SessionEnding, session, CacheJson.Default.CachedSession);
        folder.Delete(session.Key.ShortName + FailureEnding);
    }

    /// <summary>Forgets the sessions that fit, whether they have ended or not.</summary>
    /// <returns>How many.</returns>
    public int Forget(Func<CachedSession, bool> fits) =>
        folder.Names(SessionEnding).ToList().Count(name =>
            folder.Read(name, CacheJson.Default.CachedSession) is { } session && fits(session) && folder.Delete(name));

    /// <summary>Forgets every session, whole or not, and what killed processes left.</summary>
    /// <returns>How many sessions.</returns>
    public int ForgetAll()
    {
        foreach (string name in folder.Names(PrivateFolder.TemporaryEnding).ToList())
        {
            folder.Delete(name);
        }

        return folder.Names(SessionEnding).ToList().Count(folder.Delete);
    }

    public SharedFailure? LastFailure(SessionKey key) =>
        folder.Read(key.ShortName + FailureEnding, CacheJson.Default.SharedFailure);

    /// <exception cref="IOException">The disk is full, or <see cref="PrivateFolder.IsFault"/> otherwise.</exception>
    public void SaveFailure(SessionKey key, SharedFailure failure) =>
        folder.Write(key.ShortName + FailureEnding, failure, CacheJson.Default.SharedFailure);

    /// <summary>The right to fetch this session; null while another process has it.</summary>
    public FileLock? TryLock(SessionKey key, WarningList warnings) => folder.TryLock(key.ShortName + ".lock", warnings);

    /// <summary>What the first of those has who wait for <see cref="TryLock"/>.</summary>
    public FileLock? TryLockWait(SessionKey key, WarningList warnings) => folder.TryLock(key.ShortName + ".wait.lock", warnings);
}

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
