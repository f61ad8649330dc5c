// A session that somebody gets, and what they should know of it.
using HwToken.Base.Files;

namespace HwToken.Aws.Model;

/// <summary>What STS hands out: an access key that ends by itself.</summary>
public sealed record SessionCredentials
{
    public required string AccessKeyId { get; init; }

    public required string SecretAccessKey { get; init; }

    public required string SessionToken { get; init; }

    /// <summary>UTC, whole seconds.</summary>
    public required DateTimeOffset Expiration { get; init; }

    /// <summary>Twelve digits: the account that the session works in. Null where STS did not say.</summary>
    public string? AccountId { get; init; }

    /// <summary>Without the secret parts.</summary>
    public override string ToString() => $"{AccessKeyId} until {Expiration:u}";
}

public enum SessionSource
{
    Cache,
    Sts,
}

/// <summary>A session, and what its owner should know of it.</summary>
public sealed record SessionResult
{
    /// <summary>What the owner knows the session by: the profile, or the role where there is none.</summary>
    public required string Name { get; init; }

    public required SessionCredentials Credentials { get; init; }

    /// <summary>The region that the request, the environment or the profile names. Null where none does.</summary>
    public string? Region { get; init; }

    public required SessionSource Source { get; init; }

    public IReadOnlyList<SessionWarning> Warnings { get; init; } = [];
}

/// <summary>What does not protect or spare the owner this time, although there is a session, or a code.</summary>
public enum WarningKind
{
    /// <summary>The next call asks for another press.</summary>
    SessionNotKept,

    /// <summary>Processes at the same time each ask for a press.</summary>
    NoLock,

    /// <summary>The next call may send the same MFA code again.</summary>
    CodeNotRecorded,

    /// <summary>The session is one of the cache that ends soon, because there was no new one.</summary>
    NotRenewed,
}

/// <param name="Message">Lower case, no full stop, nothing secret.</param>
/// <param name="Hint">What it means for the owner, or what to do: likewise.</param>
public sealed record SessionWarning(WarningKind Kind, string Message, string Hint);

/// <summary>The warnings of one request, each kind once.</summary>
internal sealed class WarningList
{
    private readonly List<SessionWarning> _warnings = [];

    public IReadOnlyList<SessionWarning> All => _warnings;

    public void Add(WarningKind kind, string message, string hint)
    {
        if (_warnings.All(w => w.Kind != kind))
        {
            _warnings.Add(new SessionWarning(kind, message, hint));
        }
    }

    /// <summary>Does something to the cache whose failure must not cost anybody a session.</summary>
    /// <param name="message">What then is not so; the system's reason is added to it.</param>
    public void Attempt(Action action, WarningKind kind, string message, string hint)
    {
        try
        {
            action();
        }
        catch (Exception e) when (PrivateFolder.IsFault(e))
        {
            Add(kind, $"{message}: {e.Message.TrimEnd('.')}", (e as ObstacleException)?.Hint ?? hint);
        }
    }
}
